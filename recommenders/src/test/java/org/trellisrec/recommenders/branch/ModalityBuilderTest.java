package org.trellisrec.recommenders.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellisrec.config.Params;
import org.trellisrec.data.Modality;
import org.trellisrec.data.SideInformation;
import org.trellisrec.data.TrainingData;
import org.trellisrec.recommenders.TinyData;
import org.trellisrec.recommenders.twin.Weights;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.Seed;
import org.trellisrec.testkit.FakeFitContext;

class ModalityBuilderTest {
  private static final TrainingData DATA = TinyData.described(TinyData.random(2, 9, 8, false));

  private static SiBraR model(Map<String, Object> more) {
    Map<String, Object> params = new HashMap<>(more);
    params.put("item_modalities", List.of("interactions", "genres"));
    params.put("hidden_layers", List.of(4, 4, 4));
    params.put("embedding_size", 4);
    return new SiBraR(Params.of(SiBraR.Params.class, params));
  }

  /** A branch has four layers; the authors give it a last norm if it has none within. */
  @ParameterizedTest
  @CsvSource({"0, , 1", "1, , 4", "2, , 2", "0, false, 0", "2, true, 3"})
  void aBranchEndsInANormIfThereIsNoneWithin(int every, Boolean atTheEnd, int norms) {
    Map<String, Object> more = new HashMap<>(Map.of("batch_norm", every));
    if (atTheEnd != null) {
      more.put("output_norm", atTheEnd);
    }
    assertThat(Weights.initial(model(more), DATA, new Seed(1)).tables().keySet())
        .filteredOn(name -> name.startsWith("branch/items/") && name.endsWith("/scale"))
        .hasSize(norms);
  }

  @ParameterizedTest
  @CsvSource({
    "plain, variant plain learns from all modalities and draws none",
    "s, variant s draws one modality"
  })
  void onlyTwoModalitiesCanBeDrawnAroundOne(String variant, String message) {
    model(Map.of("central", "genres")).check(DATA.side());
    assertThatThrownBy(() -> model(Map.of("central", "genres", "variant", variant)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theCentralModalityIsNotLeftOut() {
    Map<String, Object> both =
        Map.of("central", "genres", "modality_dropout", List.of("genres=0.1"));
    assertThatThrownBy(() -> model(both))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("modality_dropout leaves it out");
  }

  /** Users have one modality, and of one nothing is drawn. */
  @Test
  void whatIsDrawnFromOneModalityIsRefused() {
    for (Map<String, Object> one :
        List.<Map<String, Object>>of(
            Map.of("central", "interactions"),
            Map.of("modality_dropout", List.of("interactions=0.5")))) {
      Map<String, Object> params = new HashMap<>(one);
      params.put("item_modalities", List.of("genres", "text"));
      SiBraR described = new SiBraR(Params.of(SiBraR.Params.class, params));
      assertThatThrownBy(() -> described.check(DATA.side()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("'interactions', which is the only modality of its side")
          .hasMessageContaining("name one of [genres, text]");
    }
  }

  @Test
  void aModalityThatNobodyHasIsRefused() {
    Map<String, Modality> items = new HashMap<>(DATA.side().items());
    int[] none = new int[DATA.items().size()];
    Arrays.fill(none, -1);
    items.put("genres", new Modality.Categorical(List.of("drama"), none));
    SideInformation side = new SideInformation(DATA.side().users(), items);
    assertThatThrownBy(() -> model(Map.of()).check(side))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("items has the modality 'genres'");
  }

  @Test
  void aNormAfterMoreLayersThanThereAreIsRefused() {
    assertThatThrownBy(() -> model(Map.of("batch_norm", 5)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("batch_norm is 5, but a branch has 4 layers");
  }

  @Test
  void whatOnlyTheContrastiveLossHasIsRefusedWithoutIt() {
    for (Map<String, Object> only :
        List.<Map<String, Object>>of(
            Map.of("contrast_weight", 0.1),
            Map.of("contrast_temperature", 0.2),
            Map.of("contrast_scope", "batch"),
            Map.of("contrast_cosine", true))) {
      for (String variant : List.of("s", "plain")) {
        Map<String, Object> params = new HashMap<>(only);
        params.put("variant", variant);
        assertThatThrownBy(() -> model(params))
            .isInstanceOf(InputException.class)
            .hasMessageContaining("is for variant sc alone; remove it");
      }
    }
  }

  @Test
  void negativesAreRefusedForInfoNce() {
    assertThatThrownBy(() -> model(Map.of("loss", "infonce", "negatives", 3)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("negatives is for loss bce, bpr and softmax alone");
  }

  @Test
  void aTemperatureIsRefusedForCrossEntropy() {
    assertThatThrownBy(() -> model(Map.of("loss", "bce", "temperature", 0.5)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("temperature is for loss bpr, softmax and infonce alone");
  }

  /** A slot of one modality gives it all the weight, whatever the network says. */
  @Test
  void aFusionThatWouldLearnNothingIsRefused() {
    for (String fusion : List.of("attention", "gated")) {
      model(Map.of("variant", "plain", "fusion", fusion)).check(DATA.side());
      assertThatThrownBy(() -> model(Map.of("variant", "s", "fusion", fusion)))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("fusion " + fusion + " would have nothing to weigh");
    }
  }

  @Test
  void aListOfOneItemHasNothingToContrast() {
    model(Map.of("loss", "infonce", "contrast_scope", "batch")).check(DATA.side());
    assertThatThrownBy(() -> model(Map.of("loss", "infonce")).check(DATA.side()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("set contrast_scope: batch");
  }

  @ParameterizedTest
  @CsvSource({"genres=0.3", "items.genres=0.3"})
  void aModalityIsLeftOutAtOneRate(String second) {
    Map<String, Object> twice =
        Map.of("modality_dropout", List.of("genres=0.1", "interactions=0.2", second));
    assertThatThrownBy(() -> model(twice))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'genres=0.1' and '%s'", second);
  }

  @Test
  void modalitiesAreLeftOutByTheRateOfTheirSide() {
    ModalityParams params =
        Params.of(
                SiBraR.Params.class,
                Map.of(
                    "modality_dropout",
                    List.of("items.interactions=0.5", "users.interactions=0.25", "genres=0.1")))
            .model();
    assertThat(dropout(Side.ITEMS, params)).containsExactly(0.5, 0.1);
    assertThat(dropout(Side.USERS, params)).containsExactly(0.25, 0.1);
  }

  private static double[] dropout(Side side, ModalityParams params) {
    return new ModalitySide(side, List.of("interactions", "genres")).draw(params).dropout();
  }

  private static final List<String> PREFIXED = List.of("interactions", "users.age", "age");

  private static ModalityParams leavingOut(String... rates) {
    return Params.of(SiBraR.Params.class, Map.of("modality_dropout", List.of(rates))).model();
  }

  /** A name is that of a modality before it is read as a side and the name of another. */
  @Test
  void aModalityIsFoundByItsWholeName() {
    ModalitySide users = new ModalitySide(Side.USERS, PREFIXED);
    ModalitySide items = new ModalitySide(Side.ITEMS, PREFIXED);
    ModalityParams whole = leavingOut("users.age=0.5");
    assertThat(users.draw(whole).dropout()).containsExactly(0, 0.5, 0);
    assertThat(items.draw(whole).dropout()).containsExactly(0, 0.5, 0);
    ModalityParams ofOneSide = leavingOut("items.users.age=0.5", "users.users.age=0.25");
    assertThat(users.draw(ofOneSide).dropout()).containsExactly(0, 0.25, 0);
    assertThat(items.draw(ofOneSide).dropout()).containsExactly(0, 0.5, 0);
    ModalitySide plain = new ModalitySide(Side.USERS, List.of("interactions", "age"));
    assertThat(plain.draw(whole).dropout()).containsExactly(0, 0.5);
  }

  /** Where two names mean one modality only shows beside the names that there are. */
  @Test
  void whatIsNamedInTwoWaysHasOneRateAndIsNotCentral() {
    ModalitySide users = new ModalitySide(Side.USERS, PREFIXED);
    assertThatThrownBy(() -> users.checkDropout(leavingOut("users.age=0.1", "users.users.age=0.2")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'users.age=0.1' and 'users.users.age=0.2'");
    ModalityParams central =
        Params.of(
                SiBraR.Params.class,
                Map.of("central", "users.age", "modality_dropout", List.of("users.age=0.1")))
            .model();
    assertThatThrownBy(() -> users.checkDropout(central))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("central draws the modality 'users.age' in any case");
    users.checkDropout(leavingOut("users.age=0.1", "items.age=0.2"));
  }

  /** Of the items it would be the genres. */
  @Test
  void aNameThatMeansModalitiesOfBothSidesIsRefused() {
    Modality genres = DATA.side().items().get("genres");
    int users = DATA.interactions().rows();
    Modality odd = new Modality.Categorical(List.of("a", "b"), new int[users]);
    SideInformation side =
        new SideInformation(Map.of("items.genres", odd), Map.of("genres", genres));
    Map<String, Object> params =
        Map.of(
            "user_modalities",
            List.of("interactions", "items.genres"),
            "modality_dropout",
            List.of("items.genres=0.5"));
    assertThatThrownBy(() -> model(params).check(side))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "modality_dropout: 'items.genres' is a modality of users and means the modality"
                + " 'genres' of items as well; rename the first where it is read, or name it as"
                + " users.items.genres");
  }

  @ParameterizedTest
  @CsvSource({"users.genres", "items.nothing", "nothing"})
  void whatNoSideHasIsNotLeftOut(String name) {
    SiBraR model = model(Map.of("modality_dropout", List.of(name + "=0.5")));
    assertThatThrownBy(() -> model.check(DATA.side()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("there is no modality '%s'", name);
  }

  @Test
  void whatNoBranchWouldUseIsRefused() {
    Map<String, Object> given =
        Map.of("fusion", "gated", "batch_norm", 1, "dropout", 0.5, "input_dropout", 0.5);
    given.forEach(
        (key, value) -> {
          Map<String, Object> plain = Map.of("variant", "plain", key, value);
          assertThatThrownBy(() -> sibrar(plain, List.of("genres")).check(DATA.side()))
              .isInstanceOf(InputException.class)
              .hasMessage(
                  key
                      + " is for a side with several modalities, but users have [interactions] and"
                      + " items [genres]; remove it");
          sibrar(plain, List.of("genres", "interactions")).check(DATA.side());
        });
  }

  @Test
  void theActivationOfALayerNeedsALayer() {
    model(Map.of("layer_activation", "tanh")).check(DATA.side());
    UniBraR branched =
        new UniBraR(
            Params.of(
                UniBraR.Params.class,
                Map.of(
                    "layer_activation",
                    "tanh",
                    "item_modalities",
                    List.of("interactions", "genres"))));
    assertThatThrownBy(() -> branched.check(DATA.side()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("layer_activation is for models in which");
  }

  @Test
  void lazyUpdatesNeedTheModalityId() {
    Map<String, Object> lazy = Map.of("embedding_updates", "lazy", "epochs", 1);
    assertThatThrownBy(() -> model(lazy))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("embedding_updates is lazy, but this model looks up rows")
        .hasMessageContaining("for the modality id alone");
    Map<String, Object> ofUsers = new HashMap<>(lazy);
    ofUsers.put("user_modalities", List.of("id"));
    model(ofUsers).fit(DATA, new FakeFitContext(1)).close();
  }

  private static SiBraR sibrar(Map<String, Object> more, List<String> ofItems) {
    Map<String, Object> params = new HashMap<>(more);
    params.put("item_modalities", ofItems);
    return new SiBraR(Params.of(SiBraR.Params.class, params));
  }
}
