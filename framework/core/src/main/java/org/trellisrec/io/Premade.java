package org.trellisrec.io;

import java.util.List;
import org.trellisrec.data.Dataset;
import org.trellisrec.data.Duplicates;
import org.trellisrec.data.HeldOut;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.Split;
import org.trellisrec.spi.LoadedData;
import org.trellisrec.spi.ReadContext;

/** Splits that come ready-made from files: one warm task for test, and one for validation. */
final class Premade {
  private static final String PROTOCOL = "warm";

  private final ReadContext context;

  Premade(ReadContext context) {
    this.context = context;
  }

  /** The only fold, out of training, validation (if there are three files) and test. */
  LoadedData load(Tables tables, int files) {
    return load(tables, files, SideInformation.NONE);
  }

  /** The same, with what is known of users and items. */
  LoadedData load(Tables tables, int files, SideInformation side) {
    Split split =
        split(
            "0",
            tables.interactions(0),
            files == 3 ? tables.interactions(1) : null,
            tables.interactions(files - 1));
    Dataset dataset =
        new Dataset(context.datasetName(), tables.users(), tables.items(), pairs(tables), side);
    return new LoadedData(dataset, List.of(split));
  }

  /** Every pair that occurs in any of the files, once; of several entries of a pair the last. */
  static Interactions pairs(Tables tables) {
    return Duplicates.resolve(tables.all(), Duplicates.Keep.LAST).interactions();
  }

  /**
   * A split of these interactions; of entries of the same pair in one part the last one stays.
   *
   * @param validation may be null
   */
  Split split(String fold, Interactions train, Interactions validation, Interactions test) {
    Interactions trained = distinct(train, fold, "training");
    HeldOut held = HeldOut.warm(distinct(test, fold, "test"));
    return new Split(
        PROTOCOL,
        fold,
        trained,
        validation == null
            ? List.of()
            : List.of(
                HeldOut.warm(distinct(validation, fold, "validation"))
                    .against(trained)
                    .named("validation_warm")),
        List.of(held.against(trained)));
  }

  private Interactions distinct(Interactions part, String fold, String what) {
    Duplicates.Result distinct = Duplicates.resolve(part, Duplicates.Keep.LAST);
    if (distinct.removed() > 0) {
      context.note(
          "%s data of fold %s: dropped repetitions of a pair of user and item, keeping the last: %d"
              .formatted(what, fold, distinct.removed()));
    }
    return distinct.interactions();
  }
}
