// The page is rendered by the server. This file sends what people do, and brings the page up to date
// when the server says that something changed: it fetches the page again and exchanges only what differs.
"use strict";
(() => {
  const body = document.body;
  const me = body.dataset.person, channel = body.dataset.channel;
  const pending = new Map(), failed = new Map(), shown = new Map();
  const $ = (sel, from = document) => from.querySelector(sel);
  const $$ = (sel, from = document) => [...from.querySelectorAll(sel)];
  const json = id => JSON.parse($("#" + id).textContent);

  async function post(path, payload) {
    try {
      const answer = await fetch("/people/" + me + "/" + path, {
        method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(payload || {}) });
      return await answer.json();
    } catch (_) {
      return { ok: false, error: "connection_failed" };
    }
  }

  // --- times -------------------------------------------------------------------------------------
  const clock = d => d.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  const sameDay = (a, b) => a.toDateString() === b.toDateString();
  function relative(d) {
    const s = (Date.now() - d) / 1000;
    if (s < 60) return "just now";
    if (s < 3600) return Math.floor(s / 60) + " min ago";
    return sameDay(d, new Date()) ? clock(d) : d.toLocaleDateString([], { month: "short", day: "numeric" }) + " at " + clock(d);
  }
  function pretty(d, otherwise) {
    const days = Math.round((new Date(d).setHours(0, 0, 0, 0) - new Date().setHours(0, 0, 0, 0)) / 864e5);
    return { 0: "Today", "-1": "Yesterday", 1: "Tomorrow" }[days] || otherwise;
  }
  function ago(d) {
    const s = Math.round((Date.now() - d) / 1000), n = Math.abs(s);
    const text = n < 60 ? n + " seconds" : n < 3600 ? Math.round(n / 60) + " minutes" : n < 86400 ? Math.round(n / 3600) + " hours" : Math.round(n / 86400) + " days";
    return s < 0 ? "in " + text : text + " ago";
  }
  function dateText(d, format) {
    const long = d.toLocaleDateString([], { weekday: "long", month: "long", day: "numeric", year: "numeric" });
    const short = d.toLocaleDateString([], { month: "short", day: "numeric", year: "numeric" });
    const plain = d.toLocaleDateString([], { month: "long", day: "numeric", year: "numeric" });
    const parts = { date_num: d.toISOString().slice(0, 10), date: plain, date_short: short, date_long: long,
      date_pretty: pretty(d, plain), date_short_pretty: pretty(d, short), date_long_pretty: pretty(d, long),
      time: clock(d), time_secs: d.toLocaleTimeString(), ago: ago(d) };
    return format.replace(/\{(\w+)\}/g, (all, name) => parts[name] || all);
  }
  function times(root) {
    for (const t of $$("time.when", root)) {
      const d = new Date(t.dateTime);
      t.textContent = t.classList.contains("small") ? clock(d) : relative(d);
      t.title = d.toLocaleString([], { dateStyle: "full", timeStyle: "medium" });
    }
    for (const t of $$("time.date", root)) {
      const d = new Date(t.dataset.unix * 1000);
      t.textContent = dateText(d, t.dataset.format);
      t.title = d.toLocaleString([], { dateStyle: "full", timeStyle: "medium" });
    }
    for (const t of $$("time[data-day]", root)) t.textContent = pretty(new Date(t.dataset.day * 1000), t.textContent);
  }

  // --- bringing the page up to date ----------------------------------------------------------------
  function remember(container) {
    for (const child of $$(":scope > [data-key]", container)) shown.set(container.id + child.dataset.key, child.outerHTML);
  }
  function exchange(now, next) {
    const atEnd = now.scrollHeight - now.scrollTop - now.clientHeight < 60;
    const old = new Map($$(":scope > [data-key]", now).map(e => [e.dataset.key, e]));
    let before = null, changed = false, told = false;
    for (const fresh of $$(":scope > [data-key]", next)) {
      const key = now.id + fresh.dataset.key, html = fresh.outerHTML;
      let stands = old.get(fresh.dataset.key);
      old.delete(fresh.dataset.key);
      if (!stands || shown.get(key) !== html) {
        const put = document.importNode(fresh, true);
        if (stands) stands.replaceWith(put);
        stands = put;
        shown.set(key, html);
        changed = true;
        if (put.hasAttribute("data-ephemeral")) told = true;
        settle(put);
      }
      const place = before ? before.nextElementSibling : now.firstElementChild;
      if (place !== stands) now.insertBefore(stands, place);
      before = stands;
    }
    for (const [key, gone] of old) { gone.remove(); shown.delete(now.id + key); }
    if ((changed && atEnd) || told) now.scrollTop = now.scrollHeight;
  }
  function settle(root) {
    times(root);
    marks(root);
  }
  let busy = false, again = false;
  async function refresh() {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const text = await (await fetch(location.href)).text();
      const next = new DOMParser().parseFromString(text, "text/html");
      for (const list of $$("[data-list]")) {
        const fresh = next.getElementById(list.id);
        if (fresh) exchange(list, fresh);
      }
      const side = $("#sidebar .scroll"), freshSide = $("#sidebar .scroll", next);
      if (side && freshSide && side.innerHTML !== freshSide.innerHTML) side.innerHTML = freshSide.innerHTML;
      const acts = $(".welcome-actions"), freshActs = $(".welcome-actions", next);
      if (acts && freshActs && acts.innerHTML !== freshActs.innerHTML && !$(".busy", acts)) acts.innerHTML = freshActs.innerHTML;
      const home = $("#home"), freshHome = $("#home", next);
      if (home && freshHome && shown.get("home") !== freshHome.innerHTML) {
        shown.set("home", freshHome.innerHTML); home.innerHTML = freshHome.innerHTML; settle(home);
      }
      modal($("#modal", next));
      read();
    } catch (_) { /* the next change tries again */ }
    busy = false;
    if (again) { again = false; refresh(); }
  }
  const read = () => { if (!document.hidden) post("read", { channel }); };

  // --- modal ---------------------------------------------------------------------------------------
  function modal(next) {
    const now = $("#modal");
    const html = next.innerHTML;
    if (shown.get("modal") === html) return;
    shown.set("modal", html);
    const old = $("form.modal", now), entered = old ? fields(old) : {};
    const same = old && $("form.modal", next) && $("form.modal", next).dataset.view === old.dataset.view;
    now.innerHTML = html;
    const form = $("form.modal", now);
    if (!form) return;
    if (same) restore(form, entered);
    opened(form, !same);
    settle(form);
  }
  function opened(form, focus) {
    const errors = JSON.parse(form.dataset.errors || "{}");
    for (const place of $$("[data-error-for]", form)) {
      const error = errors[place.dataset.errorFor] || "";
      place.textContent = error;
      place.closest(".block").classList.toggle("bad", !!error);
    }
    const target = $(".bad input, .bad textarea, .bad select", form) || (focus && ($("[data-focus]", form) || $("input, textarea, select, [data-submit]", form)));
    if (target) target.focus();
  }
  function fields(form) {
    const values = {};
    for (const field of form.elements) {
      if (!field.name) continue;
      const cut = field.name.lastIndexOf("/"), block = field.name.slice(0, cut), action = field.name.slice(cut + 1);
      const into = values[block] = values[block] || {};
      if (field.type === "checkbox") { into[action] = into[action] || []; if (field.checked) into[action].push(field.value); }
      else if (field.type === "radio") { if (field.checked) into[action] = field.value; else into[action] = into[action] || ""; }
      else if (field.multiple) into[action] = [...field.selectedOptions].map(o => o.value);
      else into[action] = field.value;
    }
    return values;
  }
  function restore(form, values) {
    for (const field of form.elements) {
      if (!field.name) continue;
      const cut = field.name.lastIndexOf("/"), old = (values[field.name.slice(0, cut)] || {})[field.name.slice(cut + 1)];
      if (old === undefined) continue;
      if (field.type === "checkbox") field.checked = old.includes(field.value);
      else if (field.type === "radio") field.checked = old === field.value;
      else if (field.multiple) for (const o of field.options) o.selected = old.includes(o.value);
      else field.value = old;
    }
  }
  document.addEventListener("submit", async event => {
    const form = event.target.closest("form.modal");
    if (!form) return;
    event.preventDefault();
    const button = $("[data-submit]", form);
    if (!button || button.disabled) return;
    button.disabled = true; button.classList.add("busy");
    const answer = await post("submit", { view_id: form.dataset.view, values: fields(form) });
    button.disabled = false; button.classList.remove("busy");
    if (!answer.ok && answer.error !== "invalid_input") $(".modal-failed", form).textContent = "⚠ We had some trouble connecting. Try again? (" + answer.error + ")";
    refresh();
  });

  // --- presses ---------------------------------------------------------------------------------------
  const keyOf = el => [el.dataset.place, el.dataset.blockId, el.dataset.actionId, el.dataset.value || ""].join("|");
  function marks(root) {
    for (const el of $$("[data-press], [data-choose]", root)) {
      const key = keyOf(el), on = pending.has(key);
      const wrap = el.closest(".menu-items") ? $(".btn.more", el.closest(".menu")) : el.closest(".select") || el;
      if (on) { wrap.classList.add("busy"); if (wrap.tagName === "BUTTON") wrap.disabled = true; el.setAttribute("aria-busy", "true"); el.disabled = true; }
      if (failed.has(key)) warn(el, failed.get(key));
    }
  }
  function warn(el, error) {
    const anchor = el.closest(".menu") || el.closest(".select") || el;
    if (anchor.nextElementSibling && anchor.nextElementSibling.classList.contains("press-failed")) return;
    const mark = document.createElement("span");
    mark.className = "press-failed"; mark.setAttribute("role", "alert");
    mark.textContent = "⚠ " + (error === "operation_timeout" ? "No answer from the app." : "That did not work.") + " Try again?";
    mark.title = error;
    anchor.after(mark);
  }
  async function press(el, value) {
    const key = keyOf(el);
    if (pending.has(key)) return;
    if (el.dataset.confirmTitle && !(await confirmed(el))) { if (el.tagName === "SELECT") el.value = ""; return; }
    failed.delete(key);
    $$(".press-failed", el.closest(".block") || body).forEach(m => m.remove());
    pending.set(key, true);
    const form = el.closest("form.modal");
    marks(el.closest(".block") || body);
    const answer = await post("press", { ts: el.dataset.place, channel, action_id: el.dataset.actionId, block_id: el.dataset.blockId, value, values: form ? fields(form) : undefined });
    pending.delete(key);
    if (!answer.ok) failed.set(key, answer.error);
    const selector = `[data-place="${CSS.escape(el.dataset.place)}"][data-block-id="${CSS.escape(el.dataset.blockId)}"][data-action-id="${CSS.escape(el.dataset.actionId)}"]`;
    for (const again of $$(selector)) {
      if (again.matches("[data-press], [data-choose]") && keyOf(again) !== key) continue;
      const wrap = again.closest(".menu") ? $(".btn.more", again.closest(".menu")) : again.closest(".select") || again;
      wrap.classList.remove("busy"); wrap.disabled = false; again.disabled = false; again.removeAttribute("aria-busy");
      if (!answer.ok && again.matches("[data-press], [data-choose]")) warn(again, answer.error);
    }
    refresh();
  }
  function confirmed(el) {
    return new Promise(resolve => {
      const d = el.dataset, host = $("#confirm"), from = document.activeElement;
      host.innerHTML = '<div class="veil"><div class="modal" role="alertdialog" aria-modal="true" aria-labelledby="ct" aria-describedby="cb"><header><h2 id="ct"></h2></header><div class="modal-body" id="cb"></div><footer><button type="button" class="btn" data-no></button><button type="button" class="btn" data-yes></button></footer></div></div>';
      $("#ct", host).textContent = d.confirmTitle;
      $("#cb", host).innerHTML = d.confirmHtml;
      const yes = $("[data-yes]", host), no = $("[data-no]", host);
      yes.textContent = d.confirmYes; no.textContent = d.confirmNo;
      yes.classList.add(d.confirmStyle === "danger" ? "danger" : "primary");
      const end = answer => { host.innerHTML = ""; if (from && from.isConnected) from.focus(); resolve(answer); };
      yes.onclick = () => end(true); no.onclick = () => end(false);
      host.onkeydown = e => {
        if (e.key === "Escape") { e.stopPropagation(); end(false); }
        if (e.key === "Tab") { e.preventDefault(); (document.activeElement === yes ? no : yes).focus(); }
      };
      times(host); yes.focus();
    });
  }
  const menus = except => { for (const m of $$(".menu-items:not([hidden])")) if (m !== except) { m.hidden = true; m.previousElementSibling.setAttribute("aria-expanded", "false"); } };

  document.addEventListener("click", async event => {
    const el = event.target.closest("button, a, [data-goto]");
    if (!event.target.closest(".menu")) menus(null);
    if (!event.target.closest(".switcher")) $("#switcher").open = false;
    if (!event.target.closest(".sidebar, [data-sidebar]")) body.classList.remove("sidebar-open");
    if (!el) return;
    if (el.matches("[data-menu]")) {
      const items = el.nextElementSibling; menus(items);
      items.hidden = !items.hidden; el.setAttribute("aria-expanded", String(!items.hidden));
      if (!items.hidden) $("button", items).focus();
    } else if (el.matches("[data-press]")) {
      if (el.closest(".menu-items")) { menus(null); if (el.dataset.url) window.open(el.dataset.url, "_blank", "noopener"); }
      press(el, el.dataset.value === undefined ? null : el.dataset.value);
    } else if (el.matches("[data-close]")) {
      const form = el.closest("form.modal"); el.disabled = true;
      await post("close", { view_id: form.dataset.view }); refresh();
    } else if (el.matches("[data-welcome]")) {
      el.disabled = true; el.classList.add("busy");
      const answer = await post("welcome", { path: el.dataset.welcome });
      el.disabled = false; el.classList.remove("busy");
      refresh();
      toast(answer.ok ? answer.text : "That did not work: " + answer.error);
    } else if (el.matches("[data-hide-welcome]")) { quiet(true);
    } else if (el.matches("[data-sidebar]")) { body.classList.toggle("sidebar-open");
    } else if (el.matches("a.mention[data-goto]")) { event.preventDefault(); location.href = "/?as=" + me + "&channel=" + el.dataset.goto; }
  });
  document.addEventListener("change", event => {
    const el = event.target;
    if (el.matches("[data-choose]") && el.value) press(el, el.value);
    const box = el.closest("[data-choices]");
    if (box) press(box, $$("input:checked", box).map(i => i.value).join(","));
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      const open = $("#modal form.modal");
      if (open) { $("[data-close]", open).click(); return; }
      menus(null); body.classList.remove("sidebar-open");
    }
    const items = event.target.closest && event.target.closest(".menu-items");
    if (items && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const all = $$("button", items), at = all.indexOf(event.target);
      all[(at + (event.key === "ArrowDown" ? 1 : all.length - 1)) % all.length].focus();
    }
    const veil = $("#modal form.modal");
    if (event.key === "Tab" && veil && !$("#confirm").firstChild) {
      const stops = $$("button:not(:disabled), input, textarea, select, a[href]", veil);
      const first = stops[0], last = stops[stops.length - 1];
      if (event.shiftKey && document.activeElement === first) { event.preventDefault(); last.focus(); }
      else if (!event.shiftKey && document.activeElement === last) { event.preventDefault(); first.focus(); }
    }
  });
  let hush;
  function toast(text) { clearTimeout(hush); $("#toast").textContent = text; hush = setTimeout(() => { $("#toast").textContent = ""; }, 5000); }
  function quiet(on) { try { if (on) localStorage.quiet = "1"; } catch (_) { /* private window */ } const w = $(".welcome"); if (w && on) w.classList.add("quiet"); }

  // --- composer ----------------------------------------------------------------------------------------
  const hints = json("hints"), names = json("names");
  function options(text) {
    if (/^\/\S*$/.test(text)) return hints.filter(h => h.name.startsWith(text)).map(h => ({ put: h.name + " ", name: h.name, usage: h.usage, about: h.description }));
    const command = hints.find(h => text.startsWith(h.name + " "));
    if (command) {
      const rest = text.slice(command.name.length + 1).trimStart();
      const subs = command.subs.filter(s => s.name.startsWith(rest) || rest.startsWith(s.name + " "));
      return subs.map(s => ({ put: rest.startsWith(s.name + " ") ? null : command.name + " " + s.name + " ", name: command.name + " " + s.name, usage: s.usage, about: s.description }));
    }
    const at = /(^|\s)@([\w.-]*)$/.exec(text);
    return at ? names.filter(n => n.name.startsWith(at[2])).map(n => ({ put: text.slice(0, text.length - at[2].length) + n.name + " ", name: "@" + n.name, usage: "", about: n.real })) : [];
  }
  for (const form of $$("[data-composer]")) {
    const input = $("[data-input]", form), box = $(".suggestions", form);
    let at = 0, list = [];
    const draw = () => {
      list = options(input.value); at = Math.min(at, Math.max(0, list.length - 1));
      box.hidden = !list.length; box.replaceChildren(...list.map((o, i) => {
        const row = document.createElement("div");
        row.setAttribute("role", "option"); row.setAttribute("aria-selected", String(i === at)); row.dataset.suggestion = o.name;
        for (const [css, text] of [["name", o.name], ["usage", o.usage], ["about", o.about]]) { const s = document.createElement(css === "name" ? "b" : "span"); s.className = css; s.textContent = text; row.append(s); }
        row.onmousedown = e => { e.preventDefault(); at = i; take(); };
        return row;
      }));
      form.classList.toggle("blank", !input.value.trim());
      input.style.height = "auto"; input.style.height = input.scrollHeight + "px";
    };
    const take = () => { const o = list[at]; if (o && o.put) { input.value = o.put; at = 0; } draw(); };
    const send = async () => {
      const text = input.value.trim();
      if (!text) return;
      input.value = ""; draw();
      const thread = form.dataset.thread || null, log = form.previousElementSibling;
      if (log) log.scrollTop = log.scrollHeight;
      const answer = await post(text.startsWith("/") ? "command" : "say", { channel: form.dataset.channel, text, thread_ts: thread });
      if (!answer.ok && answer.error === "connection_failed") { input.value = text; draw(); toast("Not sent. Try again."); }
      refresh();
    };
    input.addEventListener("input", () => { at = 0; draw(); });
    input.addEventListener("blur", () => { box.hidden = true; });
    input.addEventListener("keydown", e => {
      const takes = !box.hidden && list[at] && list[at].put;
      if (!box.hidden && (e.key === "ArrowDown" || e.key === "ArrowUp")) { e.preventDefault(); at = (at + (e.key === "ArrowDown" ? 1 : list.length - 1)) % list.length; draw(); }
      else if (takes && e.key === "Tab") { e.preventDefault(); take(); }
      else if (e.key === "Escape") { box.hidden = true; }
      else if (e.key === "Enter" && !e.shiftKey) {
        e.preventDefault();
        const partial = takes && input.value.trim() !== list[at].put.trim() && !/^\/\S+ \S/.test(input.value) ;
        if (partial && !/^\/\S+ $/.test(input.value)) take(); else send();
      }
    });
    form.addEventListener("submit", e => { e.preventDefault(); send(); });
    form.classList.add("blank");
  }

  // --- start ----------------------------------------------------------------------------------------------
  for (const list of $$("[data-list]")) remember(list);
  shown.set("modal", $("#modal").innerHTML);
  if ($("#home")) { shown.set("home", $("#home").innerHTML); post("home"); }
  settle(document);
  const start = $("#modal form.modal");
  if (start) opened(start, true);
  for (const list of $$("[data-list]")) list.scrollTop = list.scrollHeight;
  if (location.hash) { const target = document.getElementById(location.hash.slice(1)); if (target) target.scrollIntoView(); }
  try { if (localStorage.quiet) quiet(true); } catch (_) { /* private window */ }
  setInterval(() => times(document), 30000);
  document.addEventListener("visibilitychange", read);
  read();
  let soon;
  const stream = new EventSource("/stream?as=" + me);
  stream.onmessage = () => { clearTimeout(soon); soon = setTimeout(refresh, 40); };
  let lost = false;
  stream.onerror = () => { lost = true; };
  stream.onopen = () => { if (lost) { lost = false; refresh(); } body.dataset.live = "true"; };
})();
