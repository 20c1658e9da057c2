// Renders the PNGs of resources/ from their SVGs. Needs rsvg-convert (Debian: librsvg2-bin); run after changing an SVG.
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const resource = (name) => fileURLToPath(new URL(`../resources/${name}`, import.meta.url))

const render = (svg, name, size) => {
  writeFileSync(resource(name), execFileSync('rsvg-convert', ['-w', String(size), '-h', String(size)], { input: svg }))
}

render(readFileSync(resource('icon.svg')), 'icon.png', 512)

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
}
