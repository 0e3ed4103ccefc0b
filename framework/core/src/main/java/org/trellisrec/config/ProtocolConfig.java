package org.trellisrec.config;

import java.util.Optional;
import org.trellisrec.spi.Splitter;

/**
 * One way to evaluate.
 *
 * @param name its name in the results, unique in the experiment
 * @param draw what its random choices are named after: protocols that share it, such as those of
 *     one list of values, hold out the same entities where their parameters allow
 * @param test sets the test interactions aside
 * @param validation sets the validation interactions aside, from what the test split left
 */
public record ProtocolConfig(
    String name,
    String draw,
    PluginConfig<Splitter> test,
    Optional<PluginConfig<Splitter>> validation) {}
