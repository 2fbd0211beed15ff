/**
 * The script that runs now. Whoever may write `<img name="currentScript">` into the page makes the
 * document itself say something else, so its prototype is asked.
 */
export const currentScript = (): HTMLScriptElement =>
  Reflect.get(Document.prototype, 'currentScript', document) as HTMLScriptElement
