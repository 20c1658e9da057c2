// Renders the PNGs of resources/ from their SVGs. Needs rsvg-convert (Debian: librsvg2-bin); run after changing an SVG.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const resource = (name) => fileURLToPath(new URL(`../resources/${name}`, import.meta.url))

const render = (svg, name, size) => {
  writeFileSync(resource(name), execFileSync('rsvg-convert', ['-w', String(size), '-h', String(size)], { input: svg }))
}

render(readFileSync(resource('icon.svg')), 'icon.png', 512)

// A dot in the corner says that something waits; the gap around it keeps it apart from the mark at any size.
const waiting = (svg) => {
  const at = (radius, fill) => `<circle cx="12.6" cy="3.4" r="${radius}" fill="${fill}"/>`
  const gap = `<mask id="gap"><rect width="16" height="16" fill="#fff"/>${at(4.3, '#000')}</mask>`
  const [start, mark] = svg.replace('</svg>', '').split(/(?<=<svg[^>]*>)/)
  return `${start}${gap}<g mask="url(#gap)">${mark}</g>${at(3.2, '#e8912d')}</svg>`
}

const tray = readFileSync(resource('tray.svg'), 'utf8')
// The plain one stands out against light and dark panels; the others are for a panel that is known.
for (const [name, colour] of [
  ['tray', '#1a9070'],
  ['tray-light', '#1c2321'],
  ['tray-dark', '#ffffff'],
]) {
  const svg = tray.replace('color="#000"', `color="${colour}"`)
  render(svg, `${name}.png`, 16)
  render(svg, `${name}@2x.png`, 32)
  render(waiting(svg), `${name}-waiting.png`, 16)
  render(waiting(svg), `${name}-waiting@2x.png`, 32)
}
