package org.trellisrec.config;

import java.util.List;

/**
 * Where modalities come from, beside those that the reader of the interactions brings along.
 *
 * @param users sources of modalities of users
 * @param items sources of modalities of items
 */
public record SideInformationConfig(List<SideSource> users, List<SideSource> items) {
  /** Keeps its own copies. */
  public SideInformationConfig {
    users = List.copyOf(users);
    items = List.copyOf(items);
  }

  /** True if there are none. */
  public boolean isEmpty() {
    return users.isEmpty() && items.isEmpty();
  }
}
