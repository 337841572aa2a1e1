// What must hold of a page as it is laid out now. Run inside the page by browser.py; gives a list of [check, what is wrong].
// A page that is laid out as one that was looked at (`isColours`) is looked at for its colours alone.
(language, isColours) => {
  const faults = []
  const fault = (check, text) => faults.push([check, text])
  const root = document.documentElement
  const shown = (element) => element.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })
  const name = (element) => {
    const place = element.closest('section[id], figure, table')
    return `${element.tagName.toLowerCase()}${element.className && element.className.baseVal === undefined ? '.' + element.className : ''}`
      + ` "${(element.textContent || '').trim().slice(0, 40)}"${place && place.id ? ' in #' + place.id : ''}`
  }

  const layout = () => {
    if (root.lang !== language) fault('lang', `lang is "${root.lang}", not "${language}"`)
    const direction = language === 'ar' ? 'rtl' : 'ltr'
    if (getComputedStyle(root).direction !== direction) fault('dir', `the page does not run ${direction}`)

    // Nothing is wider than the window but what scrolls by itself.
    if (root.scrollWidth > root.clientWidth) fault('overflow', `the page is ${root.scrollWidth} px wide in a window of ${root.clientWidth}`)
    const scrolls = (element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX)
    for (const element of document.body.querySelectorAll('*')) {
      if (!shown(element) || element.closest('svg') || element.closest('.unseen')) continue
      const box = element.getBoundingClientRect()
      if (!box.width || (box.left >= -1 && box.right <= root.clientWidth + 1)) continue
      let around = element.parentElement
      while (around && !scrolls(around)) around = around.parentElement
      if (!around || around === document.body) { fault('overflow', `${name(element)} runs from ${Math.round(box.left)} to ${Math.round(box.right)}`); break }
    }

    // What scrolls can be reached and is named.
    for (const element of document.body.querySelectorAll('*')) {
      if (!shown(element) || !/auto|scroll/.test(getComputedStyle(element).overflowX + getComputedStyle(element).overflowY)) continue
      if (element.scrollWidth <= element.clientWidth + 1 && element.scrollHeight <= element.clientHeight + 1) continue
      if (element.matches('nav') && element.querySelector('a[href]')) continue
      if (element.tabIndex < 0) fault('scroll', `${name(element)} scrolls out of reach of the keyboard`)
      if (!element.getAttribute('aria-label') && !element.getAttribute('aria-labelledby')) fault('scroll', `${name(element)} scrolls and has no label`)
    }

    for (const table of document.querySelectorAll('table')) {
      const caption = table.caption
      if (!caption || !caption.textContent.trim()) fault('caption', name(table))
      if (!table.querySelector('th')) fault('caption', `${name(table)} has no head`)
    }
  }
  if (!isColours) layout()

  // Texts of pictures: whole, large enough, and not on one another; fills seen against the paper.
  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const known = new Map()
  const channels = (colour) => {
    if (!known.has(colour)) {
      paint.clearRect(0, 0, 1, 1); paint.fillStyle = colour; paint.fillRect(0, 0, 1, 1)
      known.set(colour, [...paint.getImageData(0, 0, 1, 1).data])
    }
    return known.get(colour)
  }
  const luminance = (c) => c.slice(0, 3).map((v) => v / 255).map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0)
  const contrast = (a, b) => {
    const [x, y] = [luminance(a), luminance(b)]
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
  }
  const paper = channels(getComputedStyle(document.body).backgroundColor)
  for (const svg of document.querySelectorAll('svg')) {
    if (!shown(svg)) continue
    const title = svg.querySelector('title')
    const picture = title ? title.textContent.slice(0, 50) : 'a picture without a title'
    if (!title || !title.textContent.trim()) fault('title', picture)
    const edge = svg.getBoundingClientRect()
    const texts = isColours ? [] : [...svg.querySelectorAll('text')].filter((text) => text.textContent.trim() && shown(text)).map((text) => {
      const box = text.getBoundingClientRect()
      return { text: text.textContent, box, size: parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a }
    })
    for (const { text, box, size } of texts) {
      if (box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 2 || box.bottom > edge.bottom + 2) {
        fault('cut', `"${text}" leaves the picture "${picture}" by ${Math.round(Math.max(edge.left - box.left, box.right - edge.right, edge.top - box.top, box.bottom - edge.bottom))} px`)
      }
      if (size < 10.95) fault('small', `"${text}" has ${size.toFixed(1)} px in "${picture}"`)
    }
    for (let a = 0; a < texts.length; a++) {
      for (let b = a + 1; b < texts.length; b++) {
        const [p, q] = [texts[a].box, texts[b].box]
        // A line box is higher than its letters.
        const x = Math.min(p.right, q.right) - Math.max(p.left, q.left)
        const y = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) - 0.25 * Math.min(p.height, q.height)
        if (x > 1 && y > 1) fault('overlap', `"${texts[a].text}" and "${texts[b].text}" overlap in "${picture}"`)
      }
    }
    const poor = new Set()
    for (const shape of svg.querySelectorAll('rect, path, circle, polygon')) {
      const style = getComputedStyle(shape)
      // Bands and hatches lie under or over what carries the meaning; paper on a mark is a hole in it.
      if (!shown(shape) || shape.closest('defs') || style.fill === 'none' || /^url/.test(style.fill) || +style.fillOpacity < 1) continue
      const colour = channels(style.fill)
      if (colour[3] < 255 || String(colour) === String(paper) || style.stroke !== 'none' && contrast(channels(style.stroke), paper) >= 3) continue
      if (contrast(colour, paper) < 3) poor.add(`${style.fill} ${contrast(colour, paper).toFixed(2)}:1 (${shape.getAttribute('class')})`)
    }
    for (const colour of poor) fault('fill', `${colour} on the paper in "${picture}"`)
  }

  if (isColours) return faults

  // A name of the other direction stands isolated in its line, or the marks beside it would wander. What stands in brackets and
  // abbreviations in capitals keep their place without.
  const isolates = /[\u2066-\u2068][^\u2066-\u2069]*(?:[\u2066-\u2068][^\u2066-\u2069]*\u2069[^\u2066-\u2069]*)*\u2069/g
  const arabic = /[\u0620-\u064a]/
  const latin = /[A-Za-z]{2}/
  const [own, other] = language === 'ar' ? [arabic, latin] : [latin, arabic]
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  let mixed = 0
  for (let node = walk.nextNode(); node && mixed < 5; node = walk.nextNode()) {
    const element = node.parentElement
    if (element.closest('script, style, svg, pre') || !other.test(node.data)) continue
    const bare = node.data.replace(isolates, ' ').replace(/\([^()]*\)/g, ' ').replace(/\b[A-Z]{2,}[-\d]*\b/g, ' ')
    if (!other.test(bare)) continue
    let around = element
    while (around.parentElement && getComputedStyle(around).display.startsWith('inline') && getComputedStyle(around).unicodeBidi === 'normal') around = around.parentElement
    if (own.test(bare) || own.test(around.textContent.replace(isolates, ' '))) {
      mixed++
      fault('order', `"${node.data.trim().slice(0, 60)}" stands unisolated in ${name(around)}`)
    }
  }
  return faults
}
