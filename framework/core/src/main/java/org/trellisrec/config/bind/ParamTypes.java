package org.trellisrec.config.bind;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the {@link ParamType} of a Java type. */
final class ParamTypes {
  private static final Map<Class<?>, ParamType> SIMPLE =
      Map.of(
          int.class, new ParamType.Whole(false),
          Integer.class, new ParamType.Whole(false),
          long.class, new ParamType.Whole(true),
          Long.class, new ParamType.Whole(true),
          double.class, new ParamType.Real(),
          Double.class, new ParamType.Real(),
          boolean.class, new ParamType.Bool(),
          Boolean.class, new ParamType.Bool(),
          String.class, new ParamType.Text(),
          Path.class, new ParamType.FilePath());

  private ParamTypes() {}

  static ParamType of(Type type, String where) {
    if (type instanceof ParameterizedType generic) {
      return ofGeneric(generic, where);
    }
    if (type instanceof Class<?> simple) {
      return ofClass(simple, where);
    }
    throw unsupported(type, where);
  }

  private static ParamType ofGeneric(ParameterizedType type, String where) {
    Type[] arguments = type.getActualTypeArguments();
    if (type.getRawType() == List.class) {
      return new ParamType.ListOf(of(arguments[0], where));
    }
    if (type.getRawType() == Map.class && arguments[0] == String.class) {
      return new ParamType.MapOf(of(arguments[1], where));
    }
    throw unsupported(type, where);
  }

  private static ParamType ofClass(Class<?> type, String where) {
    ParamType simple = SIMPLE.get(type);
    if (simple != null) {
      return simple;
    }
    Optional<Method> parse = parseMethod(type);
    if (parse.isPresent()) {
      return new ParamType.Parsed(type, parse.get());
    }
    if (type.isEnum()) {
      @SuppressWarnings("unchecked")
      Class<? extends Enum<?>> choice = (Class<? extends Enum<?>>) type;
      return new ParamType.Choice(choice);
    }
    if (type.isRecord()) {
      return new ParamType.Nested(type.asSubclass(Record.class));
    }
    throw unsupported(type, where);
  }

  private static Optional<Method> parseMethod(Class<?> type) {
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals("parse")
          && Modifier.isStatic(method.getModifiers())
          && method.getReturnType() == type
          && List.of(method.getParameterTypes()).equals(List.of(String.class))) {
        method.setAccessible(true);
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  private static IllegalStateException unsupported(Type type, String where) {
    return new IllegalStateException(
        where
            + " has the type "
            + type.getTypeName()
            + "; a parameter is an int, long, double, boolean, String, Path, enum, record, a List "
            + "or Map<String, ...> of these, or a class with a static method parse(String)");
  }
}
