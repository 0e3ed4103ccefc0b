package org.trellisrec.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.data.Dataset;
import org.trellisrec.generate.DatasetWriter;
import org.trellisrec.generate.Generated;
import org.trellisrec.generate.Generator;
import org.trellisrec.spi.Seed;

class WriteAndReadTest {
  @TempDir private Path folder;

  @Test
  void whatIsWrittenIsReadBack() {
    Dataset data = Generator.generate(Generated.Params.of(200, 100, 3_000), new Seed(3));

    DatasetWriter.write(data, folder);
    Dataset read =
        new DatasetFile(new DatasetFile.Params(folder, Path.of("interactions.tsv"), Format.TSV))
            .read(new RecordingContext())
            .dataset();

    assertThat(Rows.of(read)).isEqualTo(Rows.of(data)).hasSize(3_000);
  }
}
