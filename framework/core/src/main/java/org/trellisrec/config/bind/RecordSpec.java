package org.trellisrec.config.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trellisrec.spi.Inline;
import org.trellisrec.spi.InputException;

/**
 * The parameters that a params record declares.
 *
 * @param type the record
 * @param params its parameters in the order declared
 */
public record RecordSpec(Class<? extends Record> type, List<ParamSpec> params) {
  private static final ClassValue<RecordSpec> CACHE =
      new ClassValue<>() {
        @Override
        protected RecordSpec computeValue(Class<?> type) {
          return read(type.asSubclass(Record.class));
        }
      };

  /** Keeps its own copy. */
  public RecordSpec {
    params = List.copyOf(params);
  }

  /**
   * What a record declares.
   *
   * @throws IllegalStateException if its author left out an annotation or used a type that cannot
   *     be bound
   */
  public static RecordSpec of(Class<? extends Record> type) {
    return CACHE.get(type);
  }

  private static RecordSpec read(Class<? extends Record> type) {
    RecordSpec spec =
        new RecordSpec(
            type, Arrays.stream(type.getRecordComponents()).flatMap(RecordSpec::paramsOf).toList());
    Set<String> seen = new HashSet<>();
    for (String key : spec.keysAndAliases().toList()) {
      if (!seen.add(key)) {
        throw new IllegalStateException(type.getName() + " declares '" + key + "' twice");
      }
    }
    return spec;
  }

  private static Stream<ParamSpec> paramsOf(RecordComponent component) {
    Inline inline = component.getAnnotation(Inline.class);
    if (inline == null) {
      return Stream.of(ParamSpec.of(component));
    }
    Map<String, String> defaults = defaults(inline, component);
    List<ParamSpec> params =
        of(component.getType().asSubclass(Record.class)).params().stream()
            .map(
                param ->
                    param.withDefault(
                        Objects.requireNonNullElse(
                            defaults.remove(param.key()), param.byDefault())))
            .map(param -> param.within(ParamSpec.accessor(component)))
            .toList();
    if (!defaults.isEmpty()) {
      throw new IllegalStateException(
          component + " has defaults for unknown keys " + defaults.keySet());
    }
    return params.stream();
  }

  private static Map<String, String> defaults(Inline inline, RecordComponent component) {
    Map<String, String> defaults = new HashMap<>();
    for (String entry : inline.defaults()) {
      String[] parts = entry.split(": ", 2);
      if (parts.length < 2) {
        throw new IllegalStateException(component + ": '" + entry + "' is not 'key: value'");
      }
      defaults.put(parts[0], parts[1]);
    }
    return defaults;
  }

  /** The YAML keys in the order declared, without aliases. */
  public List<String> keys() {
    return params.stream().map(ParamSpec::key).toList();
  }

  /** The parameter that is written with this key or alias. */
  public Optional<ParamSpec> find(String key) {
    return params.stream()
        .filter(p -> p.key().equals(key) || p.aliases().contains(key))
        .findFirst();
  }

  /** Every key that is read, aliases included. */
  public Stream<String> keysAndAliases() {
    return params.stream().flatMap(p -> Stream.concat(Stream.of(p.key()), p.aliases().stream()));
  }

  /**
   * Makes the record.
   *
   * @param values one per parameter
   * @throws InputException if the record's constructor refuses the values
   */
  Record create(Object[] values) {
    return create(type, Arrays.asList(values).iterator());
  }

  private static Record create(Class<? extends Record> type, Iterator<Object> values) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] arguments = new Object[components.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] =
          components[i].isAnnotationPresent(Inline.class)
              ? create(components[i].getType().asSubclass(Record.class), values)
              : values.next();
    }
    return construct(type, arguments);
  }

  private static Record construct(Class<? extends Record> type, Object[] values) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof InputException wrong) {
        throw wrong;
      }
      throw new IllegalStateException(
          "the constructor of " + type.getName() + " failed on " + Arrays.toString(values),
          e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot create " + type.getName(), e);
    }
  }
}
