/** How the page on a linkage looks: the paper, ink and hairlines of the site, without its files. */
import { raw } from 'hono/html'

export const REPORT_STYLE = raw(`
:root{color-scheme:light dark;--paper:#fbf7ee;--ink:#1e1a16;--ink2:#5c5347;--rule:#ddd1ba;--for:#0e6f6c;--against:#a24e36;--rest:#8c7b5e;--mark:#1c4fa0}
@media (prefers-color-scheme:dark){:root{--paper:#16131a;--ink:#f2ebdd;--ink2:#b8ad9f;--rule:#3b3443;--for:#5fc9c0;--against:#ed946f;--rest:#706086;--mark:#9cc0ff}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink)}
body{margin:0;font:400 18px/28px Literata,"Noto Serif","DejaVu Serif",Georgia,serif;overflow-wrap:break-word}
main{max-width:816px;margin:0 auto;padding:40px 24px 80px}
h1{font-weight:400;font-size:40px;line-height:50px;letter-spacing:-.012em;text-wrap:balance;margin:0 0 20px}
h2{font-weight:400;font-size:27px;line-height:36px;text-wrap:balance;margin:56px 0 10px;padding-top:20px;border-top:1px solid var(--rule)}
h3{font:600 15px/24px "Golos Text","Noto Sans","DejaVu Sans",sans-serif;margin:28px 0 6px}
p{max-width:38em;margin:0 0 16px;text-wrap:pretty}
table{border-collapse:collapse;width:100%;font:400 14px/20px "Golos Text","Noto Sans","DejaVu Sans",sans-serif}
th{font-weight:500;text-align:left;color:var(--ink2)}
th,td{padding:4px 12px 4px 0;vertical-align:middle}
tbody tr.first td,thead+tbody tr:first-child td{border-top:1px solid var(--rule)}
.n{text-align:right;font-variant-numeric:tabular-nums}
figure{margin:16px 0}
svg{display:block;max-width:100%;height:auto}
svg.square{max-width:340px}
svg text{font:400 13px "Golos Text","Noto Sans","DejaVu Sans",sans-serif;fill:var(--ink2)}
.axis{stroke:var(--rest);stroke-width:1;fill:none}.slope{stroke:var(--rule);fill:none}.mark{stroke:var(--mark);stroke-width:1.5;stroke-dasharray:4 3;fill:none}
.for{fill:var(--for)}.against{fill:var(--against)}.rest{fill:var(--rest)}
@media print{html{background:none}h2{break-after:avoid}figure,tr{break-inside:avoid}}
`)
