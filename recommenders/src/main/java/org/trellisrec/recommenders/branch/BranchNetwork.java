package org.trellisrec.recommenders.branch;

import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.types.TFloat32;
import org.trellisrec.data.EntitySide;
import org.trellisrec.data.Interactions;
import org.trellisrec.data.VisibleModalities;
import org.trellisrec.tensorflow.graph.BatchInput;
import org.trellisrec.tensorflow.graph.EntityInput;
import org.trellisrec.tensorflow.graph.Pass;
import org.trellisrec.tensorflow.training.Coverage;
import org.trellisrec.tensorflow.training.Network;

/**
 * An encoder of users, an encoder of items, a similarity of what they give, and an objective.
 *
 * @param users encodes users
 * @param items encodes items
 * @param similarity scores pairs of embeddings
 * @param objective what is minimised
 * @param byItem training interactions, items x users
 */
record BranchNetwork(
    Encoder users, Encoder items, Similarity similarity, Objective objective, Interactions byItem)
    implements Network, Coverage {

  @Override
  public Operand<TFloat32> loss(Pass pass, BatchInput batch) {
    Encoded ofUsers = users.training(pass, batch);
    Encoded ofItems = items.training(pass, batch);
    Operand<TFloat32> loss =
        objective.loss(
            pass, batch, similarity, ofUsers.slots(), batch.asLists(ofItems.slots(), items.size()));
    return plus(pass, plus(pass, loss, ofUsers), ofItems);
  }

  private static Operand<TFloat32> plus(Pass pass, Operand<TFloat32> loss, Encoded encoded) {
    return encoded.penalty().map(p -> (Operand<TFloat32>) pass.tf().math.add(loss, p)).orElse(loss);
  }

  @Override
  public Operand<TFloat32> users(Pass pass, EntityInput input) {
    return users.inference(pass, input);
  }

  @Override
  public Operand<TFloat32> items(Pass pass, EntityInput input) {
    return items.inference(pass, input);
  }

  @Override
  public Operand<TFloat32> scores(Pass pass, Operand<TFloat32> ofUsers, Operand<TFloat32> ofItems) {
    return similarity.ofAll(pass, ofUsers, ofItems);
  }

  @Override
  public boolean usesModalities() {
    return users.usesModalities() || items.usesModalities();
  }

  @Override
  public boolean uses(EntitySide side, String modality) {
    return of(side).uses(modality);
  }

  @Override
  public List<String> modalities(EntitySide side) {
    return of(side).modalities();
  }

  private Encoder of(EntitySide side) {
    return side == EntitySide.USERS ? users : items;
  }

  @Override
  public Coverage coverage() {
    return this;
  }

  @Override
  public boolean user(int user, Interactions history, VisibleModalities visible) {
    return users.covers(user, history, visible);
  }

  @Override
  public boolean item(int item, VisibleModalities visible) {
    return items.covers(item, byItem, visible);
  }

  @Override
  public boolean usersFromHistory() {
    return users.dependsOnHistory();
  }
}
