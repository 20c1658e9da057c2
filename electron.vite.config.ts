import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// Everything JavaScript is bundled: Electron 33's Node has no require(esm). Only the native module stays outside.
const external = ['electron', 'libsql', /^@libsql\//]

export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      minify: true,
      rollupOptions: {
        external,
        input: { index: 'src/main/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rollupOptions: {
        external: ['electron'],
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), tailwindcss()],
    build: { target: 'chrome130', rollupOptions: { input: { chat: 'src/renderer/chat.html', 'quick-ask': 'src/renderer/quick-ask.html' } } },
  },
})
