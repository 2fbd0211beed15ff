/**
 * Replaces webpack's way to load a script for a chunk with a few lines around a call of the host. The
 * host alone knows the nonce of the page, holds the one Trusted Types policy, and has the hash that each
 * file of a release must have; a chunk that no host vouches for is not loaded. A script that the page
 * might hold already is not looked for: whatever a host made is taken out again once it has run.
 */
exports.ScriptsByHostPlugin = class ScriptsByHostPlugin {
  /** @param {string} makeScript an expression for a script element; `url` is in its scope */
  constructor(makeScript) {
    this.makeScript = makeScript
  }

  apply(compiler) {
    const { RuntimeGlobals } = compiler.webpack
    const { chunkLoadTimeout } = compiler.options.output
    compiler.hooks.thisCompilation.tap('ScriptsByHostPlugin', (compilation) => {
      compilation.hooks.runtimeModule.tap('ScriptsByHostPlugin', (piece) => {
        if (piece.name !== 'load script') return
        piece.generate = () =>
          loadScript(RuntimeGlobals.loadScript, this.makeScript, chunkLoadTimeout)
      })
    })
  }
}

/** Whoever asks for what is under way already hears of the same end. */
const loadScript = (name, makeScript, timeoutMs) => `
const underWay = {};
${name} = (url, done) => {
  if (underWay[url]) return void underWay[url].push(done);
  const script = ${makeScript};
  const waiting = underWay[url] = [done];
  const over = (event) => {
    clearTimeout(late);
    script.onerror = script.onload = null;
    script.remove();
    delete underWay[url];
    waiting.forEach((tell) => tell(event));
  };
  const late = setTimeout(over, ${timeoutMs}, { type: "timeout", target: script });
  script.onerror = script.onload = over;
  document.head.append(script);
};`
