package org.trellisrec.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** What counts as a word of a text, by Lucene's analysis (Unicode word boundaries, lower case). */
public enum Words {
  /** Lucene's English analyzer: stop words and possessives left out, Porter's stemmer. */
  ENGLISH {
    @Override
    Analyzer analyzer() {
      return new EnglishAnalyzer();
    }
  },
  /** Every word as it is. */
  STANDARD {
    @Override
    Analyzer analyzer() {
      return new StandardAnalyzer();
    }
  };

  abstract Analyzer analyzer();

  /** Hands over the words of each text, in order; {@code null} after each text. */
  void forEach(String[] texts, Consumer<String> word) {
    try (Analyzer analyzer = analyzer()) {
      for (String text : texts) {
        if (text != null) {
          words(analyzer, text, word);
        }
        word.accept(null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void words(Analyzer analyzer, String text, Consumer<String> word)
      throws IOException {
    try (TokenStream tokens = analyzer.tokenStream("", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        word.accept(term.toString());
      }
      tokens.end();
    }
  }
}
