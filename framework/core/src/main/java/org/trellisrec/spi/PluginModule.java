package org.trellisrec.spi;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import java.util.List;

/**
 * The table of contents of a plugin jar: a Guice module that names every plugin the jar brings. It
 * is found by {@link java.util.ServiceLoader}, so the jar needs a file {@code
 * META-INF/services/org.trellisrec.spi.PluginModule} with the class name of its module.
 *
 * <pre>{@code
 * public final class MyModule extends PluginModule {
 *   @Override
 *   protected void plugins() {
 *     recommender("MyModel", MyModel.class, MyModel.Params.class);
 *   }
 * }
 * }</pre>
 */
public abstract class PluginModule extends AbstractModule {
  private static final TypeLiteral<Plugin<?>> PLUGIN = new TypeLiteral<>() {};

  /** Names the plugins, one call each. */
  protected abstract void plugins();

  @Override
  protected final void configure() {
    Multibinder.newSetBinder(binder(), PLUGIN);
    new PluginCall("the plugin module " + getClass().getName()).run(this::plugins);
  }

  /** A recommender without parameters. */
  protected final void recommender(
      String name, Class<? extends Recommender> type, String... aliases) {
    plugin(Recommender.class, name, type, NoParams.class, aliases);
  }

  /** A recommender; {@code aliases} are further names. */
  protected final void recommender(
      String name,
      Class<? extends Recommender> type,
      Class<? extends Record> params,
      String... aliases) {
    plugin(Recommender.class, name, type, params, aliases);
  }

  /** A metric without parameters. */
  protected final void metric(String name, Class<? extends Metric> type, String... aliases) {
    plugin(Metric.class, name, type, NoParams.class, aliases);
  }

  /** A metric with parameters. */
  protected final void metric(
      String name,
      Class<? extends Metric> type,
      Class<? extends Record> params,
      String... aliases) {
    plugin(Metric.class, name, type, params, aliases);
  }

  /** A splitter without parameters. */
  protected final void splitter(String name, Class<? extends Splitter> type, String... aliases) {
    plugin(Splitter.class, name, type, NoParams.class, aliases);
  }

  /** A splitter. */
  protected final void splitter(
      String name,
      Class<? extends Splitter> type,
      Class<? extends Record> params,
      String... aliases) {
    plugin(Splitter.class, name, type, params, aliases);
  }

  /** A prefilter without parameters. */
  protected final void prefilter(String name, Class<? extends Prefilter> type, String... aliases) {
    plugin(Prefilter.class, name, type, NoParams.class, aliases);
  }

  /** A prefilter. */
  protected final void prefilter(
      String name,
      Class<? extends Prefilter> type,
      Class<? extends Record> params,
      String... aliases) {
    plugin(Prefilter.class, name, type, params, aliases);
  }

  /** A reader without parameters. */
  protected final void reader(String name, Class<? extends DatasetReader> type, String... aliases) {
    plugin(DatasetReader.class, name, type, NoParams.class, aliases);
  }

  /** A reader, chosen by {@code data_config.strategy}. */
  protected final void reader(
      String name,
      Class<? extends DatasetReader> type,
      Class<? extends Record> params,
      String... aliases) {
    plugin(DatasetReader.class, name, type, params, aliases);
  }

  /** A reader of side information without parameters. */
  protected final void sideInformation(
      String name, Class<? extends SideInformationReader> type, String... aliases) {
    plugin(SideInformationReader.class, name, type, NoParams.class, aliases);
  }

  /** A reader of side information, chosen by the {@code strategy} of an entry. */
  protected final void sideInformation(
      String name,
      Class<? extends SideInformationReader> type,
      Class<? extends Record> params,
      String... aliases) {
    plugin(SideInformationReader.class, name, type, params, aliases);
  }

  /** An analysis without parameters. */
  protected final void analysis(String name, Class<? extends Analysis> type, String... aliases) {
    plugin(Analysis.class, name, type, NoParams.class, aliases);
  }

  /** An analysis of a finished run. */
  protected final void analysis(
      String name,
      Class<? extends Analysis> type,
      Class<? extends Record> params,
      String... aliases) {
    plugin(Analysis.class, name, type, params, aliases);
  }

  private <T> void plugin(
      Class<T> kind,
      String name,
      Class<? extends T> type,
      Class<? extends Record> params,
      String... aliases) {
    Multibinder.newSetBinder(binder(), PLUGIN)
        .addBinding()
        .toInstance(new Plugin<>(kind, name, List.of(aliases), type, params, getClass().getName()));
  }
}
