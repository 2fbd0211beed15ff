/** What the reader has written into a form, as it travels. */
export interface WrittenRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  /** What keeps the body from being sent, in words. */
  readonly fault?: string
}

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

export function requestOf(form: HTMLFormElement): WrittenRequest {
  const fields = [...form.querySelectorAll<Field>('[data-in]')]
  const given = (place: string) =>
    fields
      .filter(({ dataset, value }) => dataset['in'] === place && value !== '')
      .map(({ name, value }): readonly [string, string] => [name, value.trim()])
  const inPath = new Map(given('path'))
  const path = (form.dataset['path'] ?? '').replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(inPath.get(name) ?? ''),
  )
  const query = new URLSearchParams(given('query').map(([name, value]) => [name, value])).toString()
  const text = fields.find(({ dataset }) => dataset['in'] === 'body')?.value
  const fault = text === undefined ? undefined : faultOf(text)
  return {
    method: form.dataset['method'] ?? 'GET',
    path: query === '' ? path : `${path}?${query}`,
    headers: {
      ...Object.fromEntries(given('header').map(([name, value]) => [name.toLowerCase(), value])),
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(text === undefined ? {} : { body: text }),
    ...(fault === undefined ? {} : { fault }),
  }
}

function faultOf(text: string): string | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    return `This is no JSON: ${error instanceof Error ? error.message : String(error)}`
  }
}
