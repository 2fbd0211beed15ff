/**
 * Calls what is imported as a property of its module, `m.jsx(…)`, where webpack writes `(0,m.jsx)(…)` so that
 * `this` is undefined in it. Nothing that we import by name asks for its `this`, and the longer way stands
 * at each element of each view.
 */
exports.PlainCallsPlugin = class PlainCallsPlugin {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('PlainCallsPlugin', (compilation) => {
      // What is used of each module is known by then, and no code is written yet.
      compilation.hooks.afterOptimizeDependencies.tap('PlainCallsPlugin', (modules) => {
        for (const { dependencies } of modules) {
          for (const dependency of dependencies) {
            if (dependency.call && dependency.directImport) dependency.directImport = false
          }
        }
      })
    })
  }
}
