package org.trellisrec.analysis;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler;
import org.trellisrec.spi.AnalysisOutput;
import org.w3c.dom.Document;

/** Plots in the style of this house, written as PNG and as SVG. */
final class Figure {
  static final int WIDTH = 800;
  static final int HEIGHT = 600;

  /** Colours that the colour-blind tell apart (Okabe and Ito, 2008), without the yellow. */
  private static final Color[] COLORS = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0xE69F00),
    new Color(0x56B4E9),
    new Color(0x000000)
  };

  private static final String SVG = "http://www.w3.org/2000/svg";

  private Figure() {}

  /** Sets what all plots have in common. */
  static void style(Styler styler) {
    styler.setSeriesColors(COLORS);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBackgroundColor(Color.WHITE);
    styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16));
    styler.setLegendPosition(Styler.LegendPosition.OutsideE);
  }

  /** Where values come from, for a title; the task of a protocol may have its name. */
  static String place(String protocol, String task) {
    return protocol.equals(task) ? task : protocol + ", " + task;
  }

  /** Writes {@code name.png} and {@code name.svg}; where nothing can be drawn, a note says why. */
  static void write(Chart<?, ?> chart, String name, AnalysisOutput output) throws IOException {
    Optional<String> fault = fault();
    if (fault.isPresent()) {
      output.note(
          "%s is not drawn, because Java finds no fonts on this machine (%s); install some, such as the packages fontconfig and fonts-dejavu-core"
              .formatted(name, fault.get()));
      return;
    }
    output.file(name + ".png", BitmapEncoder.getBitmapBytes(chart, BitmapFormat.PNG));
    output.file(name + ".svg", svg(chart));
  }

  /** What Java throws when it is to draw text without any font differs between versions. */
  private static Optional<String> fault() {
    try {
      Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
      new TextLayout("x", font, new FontRenderContext(null, true, true)).getAdvance();
      return Optional.empty();
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw e;
    } catch (RuntimeException | Error e) {
      return Optional.of(e.toString());
    }
  }

  private static byte[] svg(Chart<?, ?> chart) throws IOException {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
    context.setComment("TrellisRec");
    SVGGraphics2D graphics = new SVGGraphics2D(context, false);
    graphics.setSVGCanvasSize(new Dimension(chart.getWidth(), chart.getHeight()));
    chart.paint(graphics, chart.getWidth(), chart.getHeight());
    CharArrayWriter out = new CharArrayWriter();
    graphics.stream(out, true);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(SVG, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("an empty document cannot be made", e);
    }
  }
}
