import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API runs while one works on the page. */
const api = process.env.GOODSTANDING_API ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [react()],
  // Nothing is inlined as data: a strict Content-Security-Policy allows only our own files.
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  server: { host: '127.0.0.1', proxy: { '/graphql': api, '/imports': api, '/examples': api } },
});
