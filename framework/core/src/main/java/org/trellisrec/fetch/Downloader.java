package org.trellisrec.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Consumer;
import org.trellisrec.spi.InputException;
import org.trellisrec.spi.IoReason;

/**
 * Fetches public data sets: downloads the archive, resumes where an earlier attempt ended, checks
 * it against the publisher's checksum, and unpacks it.
 */
public final class Downloader {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final HttpClient client;
  private final Consumer<String> tell;

  /** A downloader that follows redirects; {@code tell} gets lines for the user. */
  public Downloader(Consumer<String> tell) {
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(TIMEOUT)
            .build();
    this.tell = tell;
  }

  /**
   * Fetches a data set into {@code folder/NAME}, after showing its licence.
   *
   * @return the folder with the unpacked files
   * @throws InputException if it cannot be downloaded, its checksum is wrong, or {@code folder} is
   *     no folder and cannot be made
   */
  public Path fetch(PublicDataset dataset, Path folder) {
    Path target = folder.resolve(dataset.name());
    Path part = folder.resolve(dataset.name() + ".zip.part");
    tell.accept(dataset.licence());
    makeFolder(folder);
    try {
      String expected = Checksum.parse(dataset.checksum(), text(dataset.checksum()));
      download(dataset.archive(), part);
      verify(dataset, part, expected);
      Archive.unpack(part, target);
      Files.delete(part);
    } catch (IOException e) {
      throw failed(dataset.archive(), part, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InputException("the download of %s was interrupted", dataset.archive());
    }
    tell.accept("unpacked to " + target + "; " + dataset.hint());
    return target;
  }

  private static void makeFolder(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new InputException(
          "%s is a file, but the data set needs a folder to go to; give a folder", folder);
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new InputException(
          "the folder %s cannot be made: %s; give another", folder, IoReason.of(e));
    }
  }

  private String text(URI uri) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request(uri).build(), BodyHandlers.ofString());
    if (response.statusCode() != OK) {
      throw refused(uri, response.statusCode());
    }
    return response.body();
  }

  private void download(URI uri, Path part) throws IOException, InterruptedException {
    long have = Files.exists(part) ? Files.size(part) : 0;
    HttpRequest.Builder request = request(uri);
    if (have > 0) {
      tell.accept("resuming " + uri + " after " + have + " bytes");
      request.header("Range", "bytes=" + have + "-");
    } else {
      tell.accept("downloading " + uri);
    }
    HttpResponse<InputStream> response = client.send(request.build(), BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case OK -> save(body, part, false);
        case PARTIAL -> save(body, part, true);
        case RANGE_NOT_SATISFIABLE -> tell.accept("the download is complete already");
        default -> throw refused(uri, response.statusCode());
      }
    }
  }

  private static void save(InputStream body, Path part, boolean append) throws IOException {
    try (OutputStream out =
        Files.newOutputStream(
            part,
            StandardOpenOption.CREATE,
            append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      body.transferTo(out);
    }
  }

  private static void verify(PublicDataset dataset, Path part, String expected) throws IOException {
    String found = Checksum.md5(part);
    if (!found.equals(expected)) {
      Path bad = part.resolveSibling(part.getFileName() + ".bad");
      Files.move(part, bad, StandardCopyOption.REPLACE_EXISTING);
      throw new InputException(
          "%s has MD5 %s, but %s says %s; the file is kept as %s and the next attempt starts anew",
          dataset.archive(), found, dataset.checksum(), expected, bad);
    }
  }

  private static HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("User-Agent", "TrellisRec");
  }

  private static InputException refused(URI uri, int status) {
    return new InputException("%s answered with HTTP status %d", uri, status);
  }

  private static InputException failed(URI uri, Path part, IOException e) throws InputException {
    return new InputException(
        "%s could not be fetched: %s; what has arrived is kept in %s, and the same command resumes"
            + " there",
        uri, IoReason.of(e), part);
  }
}
