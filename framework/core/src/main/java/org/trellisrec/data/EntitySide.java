package org.trellisrec.data;

import java.util.Map;

/** The two kinds of entities of a data set. */
public enum EntitySide {
  /** Users. */
  USERS {
    @Override
    public Vocabulary ids(Dataset data) {
      return data.users();
    }

    @Override
    public Map<String, Modality> modalities(SideInformation side) {
      return side.users();
    }
  },

  /** Items. */
  ITEMS {
    @Override
    public Vocabulary ids(Dataset data) {
      return data.items();
    }

    @Override
    public Map<String, Modality> modalities(SideInformation side) {
      return side.items();
    }
  };

  /** The ids of this side. */
  public abstract Vocabulary ids(Dataset data);

  /** The modalities of this side, by name. */
  public abstract Map<String, Modality> modalities(SideInformation side);

  /** The word in files. */
  @Override
  public String toString() {
    return EnumWord.of(this);
  }
}
