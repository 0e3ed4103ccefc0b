package org.trellisrec.recommenders.files;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Map;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.input.ListFile;
import org.trellisrec.spi.FitContext;
import org.trellisrec.spi.Model;
import org.trellisrec.spi.Param;
import org.trellisrec.spi.Recommender;
import org.trellisrec.spi.Summary;

/**
 * Recommends what a file says: lists made by another tool, measured here.
 *
 * <p>The file has a line per recommendation: user, item, score, separated by tabs, without a
 * header. A list is ordered by score, descending, equal scores in file order. Items that are no
 * candidates in a task are passed over before the list is cut, so a list that is long enough never
 * comes out short. Rows with unknown ids are left out and counted in a note; an item that a user is
 * recommended twice is an error. Metrics see the scores as they are, so that equal ones are ties.
 *
 * <p>Cold entities: whatever the file has. A user without a list is not scored, nor is any item
 * that is not in the list.
 *
 * <p>Cost: one pass over the file for every split and one before, which finds faulty rows; memory
 * for its rows.
 */
@Summary("Recommends the lists of a file (user, item, score) that another tool made.")
public final class ProxyRecommender implements Recommender {
  /**
   * What can be configured.
   *
   * @param path the file
   * @param name null to use the name of the configuration entry
   */
  public record Params(
      @Param(description = "File of lines user, item, score, separated by tabs.") Path path,
      @Param(
              description = "Name in the results; left out, that of the configuration entry.",
              byDefault = Param.OPTIONAL)
          String name) {}

  private final Params params;

  /** A recipe with these parameters. */
  @Inject
  public ProxyRecommender(Params params) {
    this.params = params;
  }

  @Override
  public Map<String, Recommender> members() {
    return Map.of(params.name() == null ? "" : params.name(), this);
  }

  @Override
  public void check(SideInformation side) {
    ListFile.read(params.path(), note -> {});
  }

  @Override
  public Model fit(TrainingData data, FitContext context) {
    ListFile file = ListFile.read(params.path(), context::note);
    return FileModel.of(file, data.users(), data.items(), context::note);
  }
}
