import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the API runs while one works on the page. */
const api = process.env.GOODSTANDING_API ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // Nothing is inlined as data: a strict Content-Security-Policy allows only our own files.
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    // The playground is a page of its own, so that nobody else loads its editor.
    rolldownOptions: { input: ['index.html', 'playground/index.html'] },
  },
  server: {
    host: '127.0.0.1',
    proxy: {
      '^/graphql$': api,
      '/imports': api,
      '/examples': api,
      '/audit/entries': api,
      '/contracts': api,
      '/reminder-letters': api,
      '/decisions': api,
    },
  },
});
