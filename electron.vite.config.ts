import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { asciiOnly } from './build/ascii'
import { leaveOut } from './build/left-out'
import { oneCopy } from './build/one-copy'

// Everything JavaScript is bundled: Electron 33's Node has no require(esm). Only the native module stays outside.
const external = ['electron', 'libsql', /^@libsql\//]

// The oldest runtime the app runs on (Electron 33), not the installed one.
const nodeTarget = 'node20.18'
const chromeTarget = 'chrome130'

// oidc-provider tells its models apart by the names of their classes.
const keepNames = { class: true, function: false }

export default defineConfig({
  main: {
    plugins: [leaveOut(), oneCopy(), asciiOnly()],
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        external,
        input: { index: 'src/main/index.ts' },
        // It puts what the entry shares with later chunks into one of those, and so pulls it in at the start.
        experimental: { chunkOptimization: false },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
          minify: { compress: { keepNames }, mangle: { keepNames } },
        },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        // A sandboxed preload can't be a module and can't require a file of its own.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), tailwindcss()],
    build: {
      target: chromeTarget,
      minify: true,
      // An inlined asset would be a data: address, which the policy allows for images only.
      assetsInlineLimit: 0,
      // The policy has no room for the polyfill's fetch, and Chrome preloads modules by itself.
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { chat: 'src/renderer/chat.html', 'quick-ask': 'src/renderer/quick-ask.html' } },
    },
  },
})
