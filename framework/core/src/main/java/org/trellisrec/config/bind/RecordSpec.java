package org.trellisrec.config.bind;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
    RecordComponent[] components = type.getRecordComponents();
    RecordSpec spec = new RecordSpec(type, Arrays.stream(components).map(ParamSpec::of).toList());
    Set<String> seen = new HashSet<>();
    for (String key : spec.keysAndAliases().toList()) {
      if (!seen.add(key)) {
        throw new IllegalStateException(type.getName() + " declares '" + key + "' twice");
      }
    }
    return spec;
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
