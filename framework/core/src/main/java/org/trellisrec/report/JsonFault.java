package org.trellisrec.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;

/** What is wrong with a JSON file of ours, in words that fit a file instead of our classes. */
public final class JsonFault {
  private JsonFault() {}

  /** The fault, as the end of a message that has already named the file. */
  public static String of(JsonProcessingException e) {
    if (!(e instanceof JsonMappingException mapping) || hasSyntaxError(mapping)) {
      return "this is not JSON, or it ends too early";
    }
    String key = key(mapping.getPath());
    if (mapping instanceof UnrecognizedPropertyException) {
      return "the key " + key + " is not known";
    }
    return key.isEmpty()
        ? "a value is missing or of the wrong kind"
        : "at " + key + ", a value is missing or of the wrong kind";
  }

  private static boolean hasSyntaxError(JsonMappingException e) {
    return e.getCause() instanceof JsonProcessingException cause
        && !(cause instanceof JsonMappingException);
  }

  private static String key(List<JsonMappingException.Reference> path) {
    StringBuilder key = new StringBuilder();
    for (JsonMappingException.Reference step : path) {
      if (step.getFieldName() == null) {
        key.append('[').append(step.getIndex()).append(']');
      } else {
        key.append(key.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return key.isEmpty() ? "" : "'" + key + "'";
  }
}
