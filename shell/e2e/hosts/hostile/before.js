/* Scripts that ran first: they have wrapped what they could reach, and write down whatever passes. */
const spied = []
window.spied = spied
const note = (what, value) => {
  let text
  try {
    text = typeof value === 'string' ? value : JSON.stringify(value)
  } catch {
    text = String(value)
  }
  spied.push(`${what} ${text}`)
}

const { fetch, setTimeout } = window
window.fetch = async (...args) => {
  note('request', [String(args[0]), args[1]?.body])
  const answer = await fetch(...args)
  note('answer', await answer.clone().text().catch(String))
  return answer
}
window.setTimeout = (act, ms, ...rest) => setTimeout(act, ms, ...rest)

const { then } = Promise.prototype
Promise.prototype.then = function spying(done, failed) {
  const hear = (value) => {
    if (typeof value === 'string') note('promised', value)
    return typeof done === 'function' ? done(value) : value
  }
  return Reflect.apply(then, this, [typeof done === 'function' ? hear : done, failed])
}

// What careless libraries of old have left behind, and everybody meets who walks over keys.
Array.prototype.last = function last() {
  return this[this.length - 1]
}
Object.prototype.extend = function extend(more) {
  return Object.assign(this, more)
}
String.prototype.shout = function shout() {
  return this.toUpperCase()
}

const { define } = customElements
customElements.define = function watched(name, type, options) {
  note('define', name)
  return Reflect.apply(define, this, [name, type, options])
}
const { attachShadow } = Element.prototype
window.roots = []
Element.prototype.attachShadow = function kept(options) {
  const root = Reflect.apply(attachShadow, this, [options])
  window.roots.push(root)
  return root
}
for (const port of [MessagePort, Window, BroadcastChannel]) {
  const { postMessage } = port.prototype
  port.prototype.postMessage = function posting(...sent) {
    note('sent', sent[0])
    return Reflect.apply(postMessage, this, sent)
  }
}
const { addEventListener: listen } = MessagePort.prototype
MessagePort.prototype.addEventListener = function hearing(type, ...rest) {
  Reflect.apply(listen, this, [type, ({ data }) => note('port', data)])
  return Reflect.apply(listen, this, [type, ...rest])
}
addEventListener('message', ({ data }) => note('message', data))
for (const method of ['pushState', 'replaceState']) {
  const own = history[method]
  history[method] = function moving(...args) {
    note('history', args[2])
    return Reflect.apply(own, this, args)
  }
}
for (const method of ['log', 'warn', 'info', 'debug']) {
  console[method] = (...said) => note('console', said.join(' '))
}
const { stringify, parse } = JSON
JSON.parse = (text, ...rest) => {
  spied.push(`parse ${text}`)
  return parse(text, ...rest)
}
JSON.stringify = (...args) => {
  const text = stringify(...args)
  spied.push(`stringify ${text}`)
  return text
}
const { setItem } = Storage.prototype
Storage.prototype.setItem = function storing(name, value) {
  spied.push(`stored ${name} ${value}`)
  return Reflect.apply(setItem, this, [name, value])
}
