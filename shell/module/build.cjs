/**
 * Runs the builds of some folders: `node shell/module/build.cjs mfe-keys mfe-logs shell/embed`.
 * One after the other, for each uses every core by itself.
 */
const { readFileSync } = require('node:fs')
const { join, resolve } = require('node:path')
const { gzipSync } = require('node:zlib')
const webpack = require('webpack')

main().catch((error) => {
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})

async function main() {
  for (const folder of process.argv.slice(2)) {
    const config = require(join(resolve(folder), 'webpack.config.js'))
    for (const one of Array.isArray(config) ? config : [config]) await build(folder, one)
  }
}

async function build(folder, config) {
  const compiler = webpack(config)
  const stats = await new Promise((done, failed) => {
    compiler.run((error, result) => (error ? failed(error) : done(result)))
  })
  await new Promise((done, failed) => {
    compiler.close((error) => (error ? failed(error) : done()))
  })
  if (stats.hasErrors() || stats.hasWarnings()) {
    throw new Error(
      `${folder}\n${stats.toString({ preset: 'errors-warnings', errorDetails: true })}`,
    )
  }
  report(folder, stats)
}

function report(folder, { compilation, startTime, endTime }) {
  const output = compilation.outputOptions.path
  process.stdout.write(`${folder} → ${output}, ${endTime - startTime} ms\n`)
  for (const name of Object.keys(compilation.assets).filter((asset) => asset.endsWith('.js'))) {
    const { length } = gzipSync(readFileSync(join(output, name)))
    process.stdout.write(`${String(length).padStart(9)} B gzip  ${name}\n`)
  }
}
