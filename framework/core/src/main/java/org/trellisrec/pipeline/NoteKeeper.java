package org.trellisrec.pipeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trellisrec.spi.Progress;

/** Passes everything on, and keeps the notes for {@code notes.txt}; the same note is told once. */
final class NoteKeeper implements RunListener {
  private final RunListener listener;
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

  NoteKeeper(RunListener listener) {
    this.listener = listener;
  }

  @Override
  public void info(String message) {
    listener.info(message);
  }

  @Override
  public void detail(String message) {
    listener.detail(message);
  }

  @Override
  public void note(String message) {
    if (!notes.contains(message)) {
      notes.add(message);
      listener.note(message);
    }
  }

  @Override
  public Progress progress(String what, long total) {
    return listener.progress(what, total);
  }

  List<String> notes() {
    return List.copyOf(notes);
  }
}
