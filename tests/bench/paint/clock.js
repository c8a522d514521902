// The clock of the paint bench, put into both pages before anything of theirs: from the moment that an input reached the
// browser to the end of a frame.
//
// A frame is over when a task runs that was asked for at its beginning: `requestAnimationFrame` begins it, then come
// layout and paint, and a task of the highest priority comes next. What the compositor and the screen add is not in it,
// for neither page. Where an input waits for a busy page, its own time stamp counts the waiting.

(() => {
  const INPUTS = ["pointerdown", "pointerup", "click", "keydown", "keypress", "keyup"];
  const afterThisFrame = (then) => scheduler.postTask(then, { priority: "user-blocking" });
  let inputs = [];
  /** Since the last `begin`: when the click came, and the ends of all frames with something new to be seen in them. */
  let clickAt;
  let paints = [];
  let isCanvasChanged = false;
  /** What has changed since the last frame. What went is known by what stands where it was. */
  const changed = new Set();

  for (const type of INPUTS) {
    addEventListener(type, ({ timeStamp }) => {
      if (type === "click") clickAt = timeStamp;
      requestAnimationFrame(() => afterThisFrame(() => inputs.push(performance.now() - timeStamp)));
    }, { capture: true });
  }

  new MutationObserver((records) => {
    for (const { target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
      if (addedNodes.length > 0) for (const node of addedNodes) changed.add(node);
      else changed.add((removedNodes.length > 0 && (previousSibling ?? nextSibling)) || target);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true, attributeFilter: ["transform"] });
  /** Rows that come below the edge of the screen are no part of what a person waits for. */
  const isSeen = (node) => {
    const range = new Range();
    range.selectNode(node);
    const { top, bottom } = range.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  };
  // A canvas changes unseen by an observer; Leaflet clears what it is about to draw anew.
  const { clearRect } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clearRect = function (...args) {
    isCanvasChanged = true;
    return clearRect.apply(this, args);
  };

  (function frame() {
    requestAnimationFrame(frame);
    afterThisFrame(() => {
      const end = performance.now();
      if (isCanvasChanged || [...changed].some((node) => node.isConnected && isSeen(node))) paints.push(end);
      isCanvasChanged = false;
      changed.clear();
    });
  })();

  const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis));

  globalThis.paintClock = {
    begin() {
      inputs = [];
      paints = [];
      clickAt = undefined;
    },
    /** Waits until nothing has changed for so long: the time to the next paint, and of a click to the last one. */
    async end(quietMillis) {
      for (;;) {
        const n = paints.length;
        await pause(quietMillis);
        if (inputs.length > 0 && paints.length === n) break;
      }
      return { next: Math.max(...inputs), last: paints.at(-1) - clickAt };
    },
  };
})();
