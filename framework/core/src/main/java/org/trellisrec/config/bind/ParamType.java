package org.trellisrec.config.bind;

import java.lang.reflect.Method;
import java.util.List;
import org.trellisrec.data.EnumWord;

/** What a parameter may hold. */
public sealed interface ParamType {
  /** What a value must be, as messages and the reference pages say it. */
  String expected();

  /** True if a list of values can only mean a search grid. */
  default boolean isSingle() {
    return true;
  }

  /**
   * A whole number.
   *
   * @param wide true for {@code long}, false for {@code int}
   */
  record Whole(boolean wide) implements ParamType {
    @Override
    public String expected() {
      return "a whole number";
    }

    long least() {
      return wide ? Long.MIN_VALUE : Integer.MIN_VALUE;
    }

    long greatest() {
      return wide ? Long.MAX_VALUE : Integer.MAX_VALUE;
    }
  }

  /** A {@code double}. */
  record Real() implements ParamType {
    @Override
    public String expected() {
      return "a number";
    }
  }

  /** True or false. */
  record Bool() implements ParamType {
    @Override
    public String expected() {
      return "true or false";
    }
  }

  /** A word or text. */
  record Text() implements ParamType {
    @Override
    public String expected() {
      return "a text";
    }
  }

  /** A file or folder. */
  record FilePath() implements ParamType {
    @Override
    public String expected() {
      return "a path";
    }
  }

  /**
   * One of the constants of an enum, written in lower case.
   *
   * @param type the enum
   */
  record Choice(Class<? extends Enum<?>> type) implements ParamType {
    @Override
    public String expected() {
      return "one of " + String.join(", ", names());
    }

    /** The constants as they are written. */
    public List<String> names() {
      return EnumWord.all(type);
    }
  }

  /**
   * A value of a class with a method {@code static T parse(String)}, whose {@code toString()} gives
   * what can be parsed again.
   *
   * @param type the class
   * @param parse its method
   */
  record Parsed(Class<?> type, Method parse) implements ParamType {
    @Override
    public String expected() {
      return "a text or number";
    }
  }

  /**
   * A list.
   *
   * @param element type of its elements
   */
  record ListOf(ParamType element) implements ParamType {
    @Override
    public String expected() {
      return "a list (each element " + element.expected() + ")";
    }

    @Override
    public boolean isSingle() {
      return false;
    }
  }

  /**
   * A map from words to values.
   *
   * @param value type of its values
   */
  record MapOf(ParamType value) implements ParamType {
    @Override
    public String expected() {
      return "a map (each value " + value.expected() + ")";
    }

    @Override
    public boolean isSingle() {
      return false;
    }
  }

  /**
   * A group of parameters.
   *
   * @param type the params record
   */
  record Nested(Class<? extends Record> type) implements ParamType {
    @Override
    public String expected() {
      return "a map with the keys " + String.join(", ", RecordSpec.of(type).keys());
    }

    @Override
    public boolean isSingle() {
      return false;
    }
  }
}
