const integrityOf = require('@sonaqor/module/webpack/integrity')

/** Stands in the built code where the hashes of its later parts belong. */
const placeholder = '"__SONAQOR_PARTS__"'

/**
 * Writes `<name>.json`, which tells the server what the script of a build is called, and tells the
 * script itself the hash of each part that it loads later, because it trusts nothing else.
 */
exports.FilesPlugin = class FilesPlugin {
  constructor(name) {
    this.name = name
  }

  apply(compiler) {
    const { Compilation, DefinePlugin, sources } = compiler.webpack
    new DefinePlugin({ PARTS: placeholder }).apply(compiler)
    compiler.hooks.thisCompilation.tap('FilesPlugin', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'FilesPlugin', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => this.list(compilation, sources.RawSource),
      )
    })
  }

  list(compilation, RawSource) {
    const [file] = compilation.entrypoints.get(this.name).getFiles()
    const parts = compilation.getAssets().filter(({ name }) => name !== file)
    const scripts = parts.filter(({ name }) => name.endsWith('.js'))
    const hashes = Object.fromEntries(
      scripts.map(({ name, source }) => [name, integrityOf(source.buffer(), 'sha256')]),
    )
    const entry = compilation.getAsset(file).source.source().toString()
    const named = Object.fromEntries(
      [...compilation.namedChunks]
        .filter(([name]) => name !== this.name)
        .map(([name, { files }]) => [name, [...files][0]]),
    )
    const finished = entry.replaceAll(placeholder, JSON.stringify(hashes))
    // Its name may stay the same where its content does not, and it must be written again.
    compilation.updateAsset(file, new RawSource(finished), { immutable: false })
    const list = {
      file,
      integrity: integrityOf(finished),
      parts: parts.map(({ name }) => name),
      named,
    }
    compilation.emitAsset(`${this.name}.json`, new RawSource(JSON.stringify(list, null, 2)))
  }
}
