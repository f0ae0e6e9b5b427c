// './x.js' in our TypeScript sources means './x.ts'; files in node_modules are left alone.
module.exports = (request, options) => {
  if (/^\.{1,2}\/.*\.js$/.test(request) && !options.basedir.includes('node_modules')) {
    for (const extension of ['.ts', '.tsx']) {
      try {
        return options.defaultResolver(request.replace(/\.js$/, extension), options);
      } catch {
        // not this one
      }
    }
  }
  return options.defaultResolver(request, options);
};
