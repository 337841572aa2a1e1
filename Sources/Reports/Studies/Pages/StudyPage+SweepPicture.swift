import Tables

extension StudyPage {
  /// Lines where one number varies, a heat map where two do; `nil` for other designs, in which no
  /// two sides make a plane.
  var sweepPicture: Picture? {
    let axes = sweptAxes
    let rows = source.rows("sweep")
    guard let axes, !rows.isEmpty else { return nil }
    let cells = Dictionary(rows.map { (($0.whole("point") ?? 0) - 1, $0) }) { first, _ in first }
    let size = axes.reduce(1) { $0 * $1.values.count }
    let variants = (cells.keys.max() ?? 0) / max(size, 1) + 1
    switch axes.count {
    case 1: return lines(axes[0], variants: variants, cells)
    case 2 where variants == 1: return plane(axes[0], axes[1], cells)
    default: return nil
    }
  }

  /// Whether the picture has a cell for each point; those have no room for intervals everywhere.
  var hasHeatMap: Bool {
    guard let axes = sweptAxes else { return false }
    return axes.count == 2 || axes.first?.numbers == nil
  }

  /// A number that a sweep varies by itself.
  private struct SweptAxis {
    let path: String
    let values: [String]
    /// What the table shows in place of the values.
    let shown: [String]

    /// `nil` where values are no numbers.
    var numbers: [Double]? {
      let numbers = values.compactMap(Double.init)
      return numbers.count == values.count && numbers.allSatisfy(\.isFinite) ? numbers : nil
    }

    /// Numbers from the least to the greatest, whatever their order in the file.
    var order: [Int] {
      numbers.map { numbers in numbers.indices.sorted { numbers[$0] < numbers[$1] } } ?? Array(values.indices)
    }
  }

  /// One for each factor of the design; `nil` where a factor has several, or draws its values.
  private var sweptAxes: [SweptAxis]? {
    guard case .array(let factors)? = source.manifest.design else { return nil }
    let axes = factors.compactMap { factor -> SweptAxis? in
      guard case .object(let object) = factor,
        case .array(let axes)? = object.members.first(where: { $0.key == "axes" })?.value,
        axes.count == 1, case .object(let axis) = axes[0]
      else { return nil }
      func texts(_ key: String) -> [String] {
        guard case .array(let texts)? = axis.members.first(where: { $0.key == key })?.value else { return [] }
        return texts.compactMap { if case .string(let text) = $0 { text } else { nil } }
      }
      guard case .string(let path)? = axis.members.first(where: { $0.key == "path" })?.value else {
        return nil
      }
      let (values, labels) = (texts("values"), texts("labels"))
      guard !values.isEmpty else { return nil }
      let shown = (labels.count == values.count ? labels : values).map { text in
        // Thirds have more decimals than a reader can use.
        text.count > 6 ? Double(text).map(Numerals.brief) ?? text : text
      }
      return SweptAxis(path: path, values: values, shown: shown)
    }
    return axes.count == factors.count ? axes : nil
  }

  /// `nil` where the point was not simulated.
  private func share(_ cell: TableRows.Row?) -> ShareEstimate? {
    cell.flatMap {
      $0.real("agreement_share") == nil
        ? nil : $0.share("", "agreement_share", "agreement_low", "agreement_high")
    }
  }

  private func lines(_ axis: SweptAxis, variants: Int, _ cells: [Int: TableRows.Row]) -> Picture {
    let size = axis.values.count
    let names = (0..<variants).map { variant in
      variants == 1
        ? "" : cells.first { $0.key / size == variant }?.value.text("scenario") ?? "\(variant + 1)"
    }
    guard let numbers = axis.numbers else {
      let grid = Picture.Grid(
        across: (number(axis.path), axis.shown), upwards: ("", names),
        cells: (0..<variants).map { variant in (0..<size).map { share(cells[variant * size + $0]) } })
      return .heatMap(name: "sweep", grid: grid, in: pictureLanguage)
    }
    let series = names.enumerated().map { variant, name in
      Picture.Curve(
        label: name,
        points: axis.order.compactMap { index in
          share(cells[variant * size + index]).map { (x: numbers[index], share: $0) }
        })
    }
    let words = pictureLanguage.words
    return .curves(
      name: "sweep", title: words.filled(words.sweep, number(axis.path)), across: number(axis.path),
      isShareAcross: false,
      series: series, in: pictureLanguage)
  }

  private func plane(_ upwards: SweptAxis, _ across: SweptAxis, _ cells: [Int: TableRows.Row]) -> Picture {
    let (rows, columns) = (upwards.order, across.order)
    let grid = Picture.Grid(
      across: (number(across.path), columns.map { across.shown[$0] }),
      upwards: (number(upwards.path), rows.map { upwards.shown[$0] }),
      cells: rows.map { row in columns.map { share(cells[row * across.values.count + $0]) } })
    return .heatMap(name: "sweep", grid: grid, in: pictureLanguage)
  }
}
