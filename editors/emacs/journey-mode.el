;;; journey-mode.el --- Journey files of Waymark -*- lexical-binding: t -*-
;;; Commentary:
;; Colours for journey files.  `flymake' and `eglot' can use the language server, `waymark lsp', where it is installed.
;; Scripts/editor-words.py writes the list of words.
;;; Code:
(defconst journey-words (split-string "action answer as-written aside backstage better blank by channel cluster csat current-for date decimal department does draft due edition effort evidence expects fcr feedback feels file finished fixes floor flow for format from frontstage future-of goal good group hide-below higher-is-easier idea ignore image impact importance in journey kpi lane language link lower-is-easier moment-of-truth need note nps of one opens optional owner pain part-of period persona phase quote record repeats resolution reviewed scale segment severity share sheet state status support system tag takes target thinks told-customers touchpoint unit unused view voice volume wait was weigh weight where with with-drivers workspace zone")
  "The words of the language.")
(defvar journey-mode-syntax-table
  (let ((table (make-syntax-table)))
    (modify-syntax-entry ?# "<" table)
    (modify-syntax-entry ?\n ">" table)
    (modify-syntax-entry ?- "w" table)
    (modify-syntax-entry ?\" "\"" table)
    table))
(defvar journey-font-lock
  `((,(concat "^[ \t]*[a-z-]+[ \t]+\\([[:alpha:]][[:alnum:]-]*\\)[ \t]+[\"{]") 1 font-lock-variable-name-face)
    (,(regexp-opt journey-words 'words) . font-lock-keyword-face)
    ("[+-]?\\b[0-9][0-9.]*\\(?:%\\|pt\\|[smhdw]\\)?" . font-lock-constant-face)))
;;;###autoload
(define-derived-mode journey-mode prog-mode "Journey"
  "The mode of journey files."
  (setq-local comment-start "# " font-lock-defaults '(journey-font-lock) indent-tabs-mode nil))
;;;###autoload
(add-to-list 'auto-mode-alist '("\\.journey\\'" . journey-mode))
(with-eval-after-load 'eglot
  (defvar eglot-server-programs)
  (add-to-list 'eglot-server-programs '(journey-mode . ("waymark" "lsp"))))
(provide 'journey-mode)
;;; journey-mode.el ends here
