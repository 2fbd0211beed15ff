/**
 * Replaces webpack's way to make a `<script>` for a chunk with a call of the host. The host alone
 * knows the nonce of the page, holds the one Trusted Types policy, and has the hash that each file
 * of a release must have; a chunk that no host vouches for is not loaded.
 */
exports.ScriptsByHostPlugin = class ScriptsByHostPlugin {
  /** @param {string} makeScript an expression for a script element; `url` is in its scope */
  constructor(makeScript) {
    this.makeScript = makeScript
  }

  apply(compiler) {
    const { LoadScriptRuntimeModule } = compiler.webpack.runtime
    compiler.hooks.thisCompilation.tap('ScriptsByHostPlugin', (compilation) => {
      const { createScript } = LoadScriptRuntimeModule.getCompilationHooks(compilation)
      createScript.tap('ScriptsByHostPlugin', () => `script = ${this.makeScript};`)
    })
  }
}
