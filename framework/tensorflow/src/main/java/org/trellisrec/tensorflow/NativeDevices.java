package org.trellisrec.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeleteDeviceList;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListCount;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_DeviceListName;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SessionListDevices;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetConfig;

import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.AbstractTF_Graph;
import org.tensorflow.internal.c_api.AbstractTF_Session;
import org.tensorflow.internal.c_api.AbstractTF_SessionOptions;
import org.tensorflow.internal.c_api.AbstractTF_Status;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;

/**
 * The devices of this process. The Java API cannot list them, so a short-lived session is asked
 * through the C API.
 */
final class NativeDevices {
  /** Names without the prefix of a cluster, for instance {@code CPU:0}. */
  static final List<String> ALL = list();

  private NativeDevices() {}

  @SuppressWarnings("try") // the scope frees what is made within it
  private static List<String> list() {
    try (PointerScope scope = new PointerScope()) {
      TF_Status status = AbstractTF_Status.newStatus();
      TF_SessionOptions options = AbstractTF_SessionOptions.newSessionOptions();
      byte[] config = SessionSettings.forDevices().toByteArray();
      TF_SetConfig(options, new BytePointer(config), config.length, status);
      status.throwExceptionIfNotOK();
      TF_Session session =
          AbstractTF_Session.newSession(AbstractTF_Graph.newGraph(), options, status);
      status.throwExceptionIfNotOK();
      TF_DeviceList devices = TF_SessionListDevices(session, status);
      status.throwExceptionIfNotOK();
      try {
        return names(devices, status);
      } finally {
        TF_DeleteDeviceList(devices);
      }
    }
  }

  private static List<String> names(TF_DeviceList devices, TF_Status status) {
    return IntStream.range(0, TF_DeviceListCount(devices))
        .mapToObj(i -> TF_DeviceListName(devices, i, status).getString())
        .map(name -> name.substring(name.indexOf("device:") + "device:".length()))
        .toList();
  }
}
