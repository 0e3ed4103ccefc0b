package org.trellisrec.spi;

import java.util.Map;
import org.trellisrec.data.Modality;
import org.trellisrec.data.Vocabulary;

/**
 * Reads modalities of users or of items from their source. Its params are the keys of an entry of
 * {@code side_information.users} or {@code side_information.items}.
 */
public interface SideInformationReader {
  /**
   * Reads everything.
   *
   * @param ids the entities to be described, in the order of the modalities; those that the source
   *     does not know lack the modality
   * @return modalities by name, in declaration order, each with one place per id
   * @throws InputException naming file and line if the source is wrong
   */
  Map<String, Modality> read(Vocabulary ids, ReadContext context);
}
