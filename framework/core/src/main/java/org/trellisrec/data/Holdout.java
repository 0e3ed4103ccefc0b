package org.trellisrec.data;

import java.util.List;

/**
 * The product of one splitting step.
 *
 * @param train what remains; a nested validation split works on this
 * @param heldOut what was set aside
 * @param notes what the user should know, one sentence each: rules that applied to entities with
 *     too few interactions, with the count
 */
public record Holdout(Interactions train, HeldOut heldOut, List<String> notes) {
  /** Keeps its own copy of the notes. */
  public Holdout {
    notes = List.copyOf(notes);
  }

  /** A holdout with nothing to remark. */
  public Holdout(Interactions train, HeldOut heldOut) {
    this(train, heldOut, List.of());
  }
}
