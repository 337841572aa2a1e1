/// The version of this program, as manifests and `--version` state it.
public enum Release {
  /// Semantic version 2.0.
  public static let version = "0.1.0"
}
