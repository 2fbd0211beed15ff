/**
 * Leaves of what the federation plugin and webpack write into the entry of a release that which a host
 * of ours asks for (`shell/embed/src/releases/federation.ts`): each release of a page brings it anew.
 * Whatever is not known here stays as it was written.
 */
exports.LeanWiringPlugin = class LeanWiringPlugin {
  apply(compiler) {
    const { RuntimeGlobals } = compiler.webpack
    compiler.hooks.thisCompilation.tap('LeanWiringPlugin', (compilation) => {
      compilation.hooks.runtimeModule.tap('LeanWiringPlugin', (piece, chunk) => {
        const lean = pieces[piece.name]
        if (lean) piece.generate = () => lean({ compilation, chunk, RuntimeGlobals })
      })
      compilation.hooks.afterRuntimeRequirements.tap('LeanWiringPlugin', () => {
        for (const chunk of compilation.chunks) {
          if (chunk.hasRuntime()) forget(unasked(RuntimeGlobals), { compilation, chunk })
        }
      })
    })
  }
}

/** By the names that their makers gave them. */
const pieces = {
  'federation runtime': ({ RuntimeGlobals: { require } }) =>
    `${require}.federation = SonaqorRuntime.federation;`,
  consumes: wanted,
  // Nothing is shared by a release, and no host of ours asks what is.
  sharing: () => '',
  // The wiring stands before the release runs; it is not to be started.
  'embed federation': () => '',
  'jsonp chunk loading': parts,
  'load script': () => '',
  publicPath: ({ RuntimeGlobals: { publicPath } }) =>
    // The prototype is asked, for an `<img name="currentScript">` of the page may stand before the document's own.
    `${publicPath} = Reflect.get(Document.prototype, "currentScript", document).src.replace(/[^/]*$/, "");`,
}

/** What of the host each part of the release is to have before it runs. */
function wanted({ compilation, chunk, RuntimeGlobals: { require, ensureChunkHandlers } }) {
  const { chunkGraph, codeGenerationResults } = compilation
  const moduleIdToConsumeDataMapping = {}
  const chunkMapping = {}
  for (const part of chunk.getAllReferencedChunks()) {
    const found = chunkGraph.getChunkModulesIterableBySourceType(part, 'consume-shared') ?? []
    for (const module of found) {
      const id = chunkGraph.getModuleId(module)
      const { shareKey, shareConfig } = codeGenerationResults.getData(
        module,
        chunk.runtime,
        'consume-shared',
      )
      const { requiredVersion } = shareConfig
      moduleIdToConsumeDataMapping[id] = { shareKey, requiredVersion }
      ;(chunkMapping[part.id] ??= []).push(id)
    }
  }
  return [
    `${require}.consumesLoadingData = ${JSON.stringify({ moduleIdToConsumeDataMapping })};`,
    `${ensureChunkHandlers}.consumes = (chunkId) => ${require}.federation.bundlerRuntime.consumes({`,
    `  chunkId, chunkMapping: ${JSON.stringify(chunkMapping)}, webpackRequire: ${require}`,
    '});',
  ].join('\n')
}

/**
 * How parts arrive: each says its number and hands in its modules, by a script that the host makes, for
 * it alone knows the nonce of the page, holds the one Trusted Types policy, and has the hash that each
 * file of a release must have. What is on its way is waited for by everybody who asks; what did not
 * come, or could not run, is asked for anew the next time.
 */
function parts({ compilation, chunk, RuntimeGlobals }) {
  const { require, ensureChunkHandlers, getChunkScriptFilename, publicPath } = RuntimeGlobals
  const arrivals = `globalThis[${JSON.stringify(compilation.outputOptions.chunkLoadingGlobal)}]`
  return `
const there = { ${JSON.stringify(chunk.id)}: true };
const asked = {};
const ask = (id) => {
  const part = Promise.withResolvers();
  const script = SonaqorRuntime.script(${publicPath} + ${getChunkScriptFilename}(id));
  const over = () => {
    clearTimeout(late);
    script.onload = script.onerror = null;
    script.remove();
    delete asked[id];
    part.reject(Object.assign(Error("Part " + id + " did not arrive."), { name: "ChunkLoadError" }));
  };
  const late = setTimeout(over, ${compilation.outputOptions.chunkLoadTimeout});
  script.onload = script.onerror = over;
  document.head.append(script);
  return part;
};
${ensureChunkHandlers}.j = (id, promises) => {
  if (!there[id]) promises.push((asked[id] ??= ask(id)).promise);
};
(${arrivals} = []).push = ([ids, modules, run]) => {
  Object.assign(${require}.m, modules);
  run?.(${require});
  for (const id of ids) {
    there[id] = true;
    asked[id]?.resolve();
  }
};`
}

/** What the federation plugin asks webpack for, in case its own runtime is at work. */
const unasked = ({
  interceptModuleExecution,
  moduleCache,
  startup,
  startupOnlyBefore,
  embeddedFederationRuntime,
}) => [interceptModuleExecution, moduleCache, startup, startupOnlyBefore, embeddedFederationRuntime]

function forget(names, { compilation: { chunkGraph }, chunk }) {
  const asked = chunkGraph.getTreeRuntimeRequirements(chunk)
  for (const name of names) asked.delete(name)
}
