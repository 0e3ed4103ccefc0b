package org.trellisrec.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trellisrec.spi.InputException;

class DownloaderTest {
  private static final String NOISE = HexFormat.of().formatHex(noise());

  @TempDir private Path folder;
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private volatile byte[] archive;
  private volatile String sum;
  private volatile boolean ranged = true;
  private volatile boolean breaking;

  @BeforeEach
  void serve() throws Exception {
    archive = zip(Map.of("ml/ratings.dat", "1::2::3\n", "ml/more/noise.txt", NOISE));
    sum = md5(archive);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/set.zip", this::answer);
    server.createContext(
        "/set.zip.md5",
        exchange -> {
          byte[] text = ("MD5 (set.zip) = " + sum + "\n").getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, text.length);
          exchange.getResponseBody().write(text);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void unpacksWithoutTheOuterFolderAndShowsTheLicenceFirst() throws IOException {
    Path target = fetch();

    assertThat(target).isEqualTo(folder.resolve("set"));
    assertThat(target.resolve("ratings.dat")).hasContent("1::2::3\n");
    assertThat(target.resolve("more/noise.txt")).hasContent(NOISE);
    assertThat(told.get(0)).isEqualTo("be kind");
    assertThat(folder.resolve("set.zip.part")).doesNotExist();
  }

  @Test
  void resumesAfterABrokenConnection() throws IOException {
    breaking = true;
    assertThatThrownBy(this::fetch)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the same command resumes there");
    long have = Files.size(folder.resolve("set.zip.part"));
    breaking = false;

    Path target = fetch();

    assertThat(have).isBetween(1L, archive.length - 1L);
    assertThat(ranges).containsExactly("bytes=" + have + "-");
    assertThat(target.resolve("more/noise.txt")).hasContent(NOISE);
  }

  @Test
  void saysInWordsThatThereIsNoConnection() {
    server.stop(0);
    assertThatThrownBy(this::fetch)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("could not be fetched: no connection could be made")
        .hasMessageNotContaining("Exception");
  }

  @Test
  void startsAnewIfTheServerKnowsNoRanges() throws IOException {
    ranged = false;
    Files.write(folder.resolve("set.zip.part"), Arrays.copyOf(archive, 100));

    assertThat(fetch().resolve("more/noise.txt")).hasContent(NOISE);
  }

  @Test
  void takesAPartThatIsCompleteAlready() throws IOException {
    Files.write(folder.resolve("set.zip.part"), archive);

    assertThat(fetch().resolve("more/noise.txt")).hasContent(NOISE);
    assertThat(told).contains("the download is complete already");
  }

  @Test
  void refusesAWrongChecksumAndStartsAnewAfterwards() throws IOException {
    String right = sum;
    sum = "00000000000000000000000000000000";
    assertThatThrownBy(this::fetch)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has MD5 " + right + ", but")
        .hasMessageContaining("says " + sum);
    assertThat(folder.resolve("set")).doesNotExist();
    sum = right;

    assertThat(fetch().resolve("ratings.dat")).exists();
    assertThat(ranges).isEmpty();
  }

  @Test
  void refusesEntriesOutsideTheFolder() throws Exception {
    archive = zip(Map.of("../evil.txt", "x", "a.txt", "y"));
    sum = md5(archive);

    assertThatThrownBy(this::fetch)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("wants to write outside its folder: '../evil.txt'");
    assertThat(folder.resolve("evil.txt")).doesNotExist();
  }

  @Test
  void refusesWhatIsNoZip() throws Exception {
    archive = "not a zip".getBytes(StandardCharsets.UTF_8);
    sum = md5(archive);

    assertThatThrownBy(this::fetch).hasMessageContaining("is not a zip file");
  }

  @Test
  void tellsOfErrorsOfTheServer() {
    PublicDataset absent =
        new PublicDataset("set", uri("/nothing.zip"), uri("/nothing.md5"), "be kind", "");

    assertThatThrownBy(() -> new Downloader(told::add).fetch(absent, folder))
        .hasMessage(uri("/nothing.md5") + " answered with HTTP status 404");
  }

  @Test
  void namesWhatCanBeFetched() {
    assertThat(PublicDatasets.named("MovieLens-1M").archive())
        .isEqualTo(URI.create("https://files.grouplens.org/datasets/movielens/ml-1m.zip"));
    assertThatThrownBy(() -> PublicDatasets.named("netflix"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("no public data set 'netflix' is known; there are movielens-100k,");
    assertThat(PublicDatasets.all())
        .allMatch(set -> set.archive().getScheme().equals("https"))
        .allMatch(set -> set.checksum().toString().endsWith(".zip.md5"));
  }

  private Path fetch() {
    PublicDataset set =
        new PublicDataset("set", uri("/set.zip"), uri("/set.zip.md5"), "be kind", "read it");
    return new Downloader(told::add).fetch(set, folder);
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = 0;
    int status = 200;
    if (range != null && ranged) {
      ranges.add(range);
      from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
      status = from < archive.length ? 206 : 416;
    }
    int length = archive.length - from;
    exchange.sendResponseHeaders(status, status == 416 ? -1 : length);
    if (status != 416) {
      exchange.getResponseBody().write(archive, from, breaking ? length / 2 : length);
      exchange.getResponseBody().flush();
    }
    exchange.close();
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] noise() {
    byte[] noise = new byte[200_000];
    new Random(1).nextBytes(noise);
    return noise;
  }

  private static String md5(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
  }
}
