package org.trellisrec.spi;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file or a connection failed, in the user's words instead of Java's. */
public final class IoReason {
  private IoReason() {}

  /** The reason as the end of a message that has already named what failed. */
  public static String of(IOException e) {
    if (e instanceof FileSystemException file) {
      return ofFile(file);
    }
    if (e instanceof CharacterCodingException) {
      return "it holds bytes that are not in the expected encoding";
    }
    if (e instanceof EOFException) {
      return "it ends too early";
    }
    if (e instanceof UnknownHostException) {
      return "the host is not known, or there is no connection to the network";
    }
    if (e instanceof ConnectException) {
      return "no connection could be made; check the network and proxy of this machine";
    }
    if (e instanceof HttpTimeoutException || e instanceof SocketTimeoutException) {
      return "there was no answer in time";
    }
    return e.getMessage() == null ? "for an unknown reason" : e.getMessage();
  }

  private static String ofFile(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no file or folder " + e.getFile();
    }
    if (e instanceof AccessDeniedException) {
      return "the permission for " + e.getFile() + " is missing";
    }
    if (e instanceof FileAlreadyExistsException) {
      return e.getFile() + " exists already";
    }
    if (e instanceof NotDirectoryException) {
      return e.getFile() + " is not a folder";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "the folder " + e.getFile() + " is not empty";
    }
    return e.getReason() == null ? e.getFile() + " cannot be used" : e.getReason();
  }
}
