// Runs before the first paint, so that a dark page never flashes white. The key is Mantine's own.
(() => {
  let look = 'auto';
  try {
    look = localStorage.getItem('mantine-color-scheme-value') || 'auto';
  } catch {
    // A browser that keeps nothing follows the system.
  }
  const dark = look === 'dark' || (look === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
