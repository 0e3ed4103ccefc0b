package org.trellisrec.cli;

import java.util.List;
import java.util.Locale;
import org.trellisrec.config.yaml.Suggestions;
import org.trellisrec.data.EnumWord;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads an option with a few possible words, in any case, as they are read in a configuration.
 *
 * @param type its constants are the words
 */
record Word<E extends Enum<E>>(Class<E> type) implements ITypeConverter<E> {
  @Override
  public E convert(String text) {
    List<String> words = EnumWord.all(type);
    int index = words.indexOf(text.toLowerCase(Locale.ROOT).replace('-', '_'));
    if (index < 0) {
      throw new TypeConversionException(
          "'%s' is not one of %s%s"
              .formatted(
                  text,
                  String.join(", ", words),
                  Suggestions.nearest(text, words)
                      .map(near -> "; did you mean '" + near + "'?")
                      .orElse("")));
    }
    return type.getEnumConstants()[index];
  }
}
