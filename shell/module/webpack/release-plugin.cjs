const { createHash } = require('node:crypto')
const integrityOf = require('./integrity.cjs')

/** Stands in the built code where the release's hash belongs; as long as the hash itself. */
const unknownHash = '_release'

/** A file that has its name already may have other content now, and must be written again. */
const notImmutable = { immutable: false }

/**
 * Makes a build a release: names it by its content, and writes the final `module.json`, which lists
 * every file with the hash that hosts insist on. The hash is taken over the finished files while
 * they still hold `unknownHash`, and is then written into them.
 */
exports.ReleasePlugin = class ReleasePlugin {
  constructor({ description, packageVersion }) {
    this.description = description
    this.packageVersion = packageVersion
    this.entry = 'remote.js'
    this.name = `${description.name}@${packageVersion}-${unknownHash}`
    this.globalName = `sonaqor_${description.name.replaceAll('-', '_')}_${unknownHash}`
  }

  apply(compiler) {
    const { Compilation } = compiler.webpack
    compiler.hooks.thisCompilation.tap('ReleasePlugin', (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: 'ReleasePlugin', stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => this.release(compilation, compiler.webpack.sources.RawSource),
      )
    })
  }

  release(compilation, RawSource) {
    // A report on how the build came about; hosts have no use for it.
    compilation.deleteAsset('mf-stats.json')

    const files = compilation
      .getAssets()
      .map(({ name, source }) => ({ name, bytes: source.buffer() }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    const hash = hashOf(files)
    const released = files.map((file) => ({ name: file.name, bytes: writeHash(file, hash) }))
    for (const { name, bytes } of released)
      compilation.updateAsset(name, new RawSource(bytes), notImmutable)

    const manifest = {
      name: this.description.name,
      version: `${this.packageVersion}-${hash}`,
      title: this.description.title,
      contract: this.description.contract,
      entry: this.entry,
      views: this.description.views,
      nav: this.description.nav,
      translations: this.description.translations,
      files: released.map(({ name, bytes }) => ({
        path: name,
        bytes: bytes.length,
        integrity: integrityOf(bytes),
      })),
    }
    compilation.emitAsset('module.json', new RawSource(JSON.stringify(manifest, null, 2)))
  }
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const { name, bytes } of files) hash.update(name).update('\0').update(bytes)
  return hash.digest('hex').slice(0, unknownHash.length)
}

function writeHash({ name, bytes }, hash) {
  if (!/\.(js|json)$/.test(name)) return bytes
  return Buffer.from(bytes.toString('utf8').replaceAll(unknownHash, hash))
}
