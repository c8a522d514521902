// <ots-partnership-atlas>: the atlas in a page of yours. A classic script; it may be there twice.
(() => {
  const NAME = "ots-partnership-atlas";
  if (!globalThis.customElements || customElements.get(NAME)) return;
  const site = new URL(".", document.currentScript.src);
  // Languages with a page of their own, beside English. A test keeps this list.
  const PAGES = ["tr"];
  const SET = "view partner show accent notes mode sector region seat stage mechanism kind evidence sort theme".split(" ");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ":host{display:block;position:relative;overflow:auto}:host([hidden]){display:none}" +
      "iframe{display:block;width:100%;height:100%;border:0;color-scheme:normal}" +
      ".wait iframe{position:absolute;inset:0;visibility:hidden}div:not(.wait) slot{display:none}div{display:flow-root;height:100%}",
  );

  class Atlas extends HTMLElement {
    static observedAttributes = [...SET, "lang", "height", "title", "sandbox"];

    connectedCallback() {
      if (!this.box) {
        this.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
        this.box = this.shadowRoot.appendChild(document.createElement("div"));
        this.box.append(document.createElement("slot"));
      }
      addEventListener("message", this);
      const frame = (this.frame = document.createElement("iframe"));
      const lang = this.getAttribute("lang") || "";
      const page = this.getAttribute("view") === "doctor" ? "embed/doctor/" : "frame/";
      const url = new URL((PAGES.includes(lang) ? lang + "/" : "") + page, site);
      this.pathLang = PAGES.includes(lang) ? lang : "en";
      for (const [name, value] of Object.entries(this.params())) if (value) url.searchParams.set(name, value);
      this.sent = this.params();
      this.fit();
      frame.title = this.title || "OTS Partnership Atlas";
      frame.loading = "lazy";
      frame.allow = "clipboard-write; fullscreen; web-share";
      frame.referrerPolicy = "no-referrer";
      if (this.hasAttribute("sandbox")) frame.setAttribute("sandbox", this.getAttribute("sandbox"));
      frame.src = url;
      this.box.className = this.childNodes.length ? "wait" : "";
      this.box.append(frame);
    }

    disconnectedCallback() {
      removeEventListener("message", this);
      this.port?.close();
      this.port = undefined;
      this.frame.remove();
    }

    attributeChangedCallback(name, before, now) {
      if (!this.frame) return;
      // The doctor is another page, and so is the way back from it.
      if (name === "view" && (before === "doctor") !== (now === "doctor") && this.isConnected) {
        this.disconnectedCallback();
        this.connectedCallback();
      }
      if (name === "title") this.frame.title = this.title;
      if (name === "height") this.fit();
      this.tell();
    }

    isAuto() {
      return !(Number.parseInt(this.getAttribute("height")) > 0);
    }

    fit() {
      const given = Number.parseInt(this.getAttribute("height"));
      this.style.height = `${this.isAuto() ? this.told || 480 : given}px`;
    }

    params() {
      const all = { fit: this.isAuto() ? "" : "fill" };
      for (const name of SET) all[name] = this.getAttribute(name) || "";
      const lang = this.getAttribute("lang") || "";
      all.lang = lang === this.pathLang || (!this.frame && PAGES.includes(lang)) ? "" : lang;
      return all;
    }

    // Only what changed, so that the reader's own filters stay.
    tell() {
      if (!this.port) return;
      const now = this.params();
      const changed = Object.entries(now).filter(([name, value]) => value !== this.sent[name]);
      this.sent = now;
      if (changed.length) this.port.postMessage({ ns: NAME, v: 1, type: "set", ...Object.fromEntries(changed) });
    }

    // The one message of a window that counts: this element's own frame says that it is there.
    handleEvent({ source, data }) {
      if (source !== this.frame.contentWindow || data?.ns !== NAME || data.v !== 1 || data.type !== "hello") return;
      const { port1, port2 } = new MessageChannel();
      this.port?.close();
      this.port = port1;
      port1.onmessage = ({ data }) => this.hear(data);
      // A sandboxed frame has no origin to name.
      const sandbox = this.getAttribute("sandbox");
      const origin = sandbox === null || sandbox.includes("allow-same-origin") ? site.origin : "*";
      source.postMessage({ ns: NAME, v: 1, type: "connect" }, origin, [port2]);
    }

    hear(data) {
      if (data?.ns !== NAME || data.v !== 1) return;
      const { type, height, state, partner } = data;
      if (type === "height" && this.isAuto() && Number.isFinite(height)) {
        const px = Math.min(6000, Math.max(200, height));
        if (Math.abs(px - (this.told || 0)) < 4) return;
        this.told = px;
        this.fit();
      }
      if (type === "ready") {
        this.box.className = "";
        this.tell();
      }
      if (type === "ready" || type === "statechange" || type === "select")
        this.dispatchEvent(new CustomEvent(type, { detail: { state, partner }, bubbles: true, composed: true }));
    }
  }
  customElements.define(NAME, Atlas);
})();
