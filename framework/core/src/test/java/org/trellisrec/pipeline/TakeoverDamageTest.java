package org.trellisrec.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trellisrec.spi.InputException;

/** What is missing or damaged in a run is never taken over. */
class TakeoverDamageTest extends TakeoverFixture {
  @Test
  void aUnitThatLacksAFileIsTrainedAgain() throws IOException {
    run("old", models(A, C));
    Files.delete(folder.resolve("old/recommendations/C_p-candidates-all_0_42/warm.tsv"));
    Files.delete(folder.resolve("old/weights/A_p-candidates-truth_0_42/model.json"));

    run("new", List.of("old"), models(A, C));

    assertThat(runs.trained()).containsExactly("A", "C");
    assertThat(runs.infos)
        .contains(
            taken("old", 2),
            notTaken(
                "old",
                "C (p-candidates-all, fold 0, seed 42)",
                "recommendations/C_p-candidates-all_0_42/warm.tsv is missing there"),
            notTaken(
                "old",
                "A (p-candidates-truth, fold 0, seed 42)",
                "weights/A_p-candidates-truth_0_42/model.json is missing there"));
    Map<String, String> taken = results("new");
    assertThat(taken.remove("timings.csv")).contains("C,0,p-candidates-truth,fit");
    run("afresh", models(A, C));
    Map<String, String> afresh = results("afresh");
    afresh.remove("timings.csv"); // a unit that is trained for itself has times of its own
    assertThat(taken).isEqualTo(afresh);
  }

  @Test
  void aCopyThatEndsEarlyIsNotRead() throws IOException {
    run("old", models(A));
    Path state = folder.resolve("old/weights/A_p-candidates-all_0_42/state/more.txt");
    Files.createSymbolicLink(state, folder.resolve("nowhere"));

    assertThatThrownBy(() -> run("new", List.of("old"), models(A, C)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("its unit A_p-candidates-all_0_42 cannot be copied into")
        .hasMessageContaining("there is no file or folder " + state);

    assertThat(SavedWeights.unitsIn(folder.resolve("new"))).isEmpty();
    assertThat(folder.resolve("new/journal/draft/model.json")).exists();
    run("new", models(A, C));
    assertThat(runs.trained()).containsExactly("A", "C");
    assertLikeAfresh("new", models(A, C));
  }

  @Test
  void aDamagedRunIsRefused() throws IOException {
    run("old", models(A));
    Path record = folder.resolve("old/journal/A_p-candidates-all_0_42.json");
    String good = Files.readString(record);
    Files.writeString(record, good.substring(0, good.length() / 2));
    assertRefused(record + ": this record of a finished unit cannot be read", List.of("old"));
    Files.writeString(record, good.replace("p-candidates-all", "p-candidates-truth"));
    assertRefused("belongs in A_p-candidates-truth_0_42.json", List.of("old"));
    ObjectMapper json = new ObjectMapper();
    ObjectNode nobody = (ObjectNode) json.readTree(good);
    json.writeValue(record.toFile(), nobody.putNull("identity"));
    assertRefused("cannot be read (at 'identity', a value is missing", List.of("old"));
    Path identity = folder.resolve("old/journal/identity.txt");
    Files.write(identity, new byte[] {(byte) 0xff, '\n'});
    assertRefused("identity.txt is damaged", List.of("old"));
    Files.writeString(identity, "");
    assertRefused("identity.txt is damaged", List.of("old"));
    Files.delete(identity);
    Files.createDirectory(identity);
    assertRefused("identity.txt cannot be read", List.of("old"));
  }
}
