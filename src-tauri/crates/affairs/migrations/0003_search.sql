-- The one search index takes in affairs and papers beside people: a negotiation, its topics, its meetings, the
-- undertakings given in them, and the issued papers. Each text is of the record's own row, so that no other
-- table's change can leave it stale. A word that nobody types (`inaffairs`, `inpapers`) stands before it: a
-- search among a million people finds the few others by it at once. What was recorded before is indexed here.

CREATE TRIGGER search_negotiation_added AFTER INSERT ON negotiation WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('negotiation', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' || search_text(NEW.title, NULL));
END;
CREATE TRIGGER search_negotiation_gone AFTER DELETE ON negotiation BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_negotiation_changed AFTER UPDATE OF title, removed_at ON negotiation BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'negotiation', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' || search_text(NEW.title, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;

CREATE TRIGGER search_topic_added AFTER INSERT ON negotiation_topic WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('topic', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' || search_text(NEW.title, NULL));
END;
CREATE TRIGGER search_topic_gone AFTER DELETE ON negotiation_topic BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_topic_changed AFTER UPDATE OF title, removed_at ON negotiation_topic BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'topic', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' || search_text(NEW.title, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;

CREATE TRIGGER search_meeting_added AFTER INSERT ON meeting WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('meeting', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text('第' || NEW.round || '轮协商会议 ' || NEW.held_on || ' ' || NEW.place, NULL));
END;
CREATE TRIGGER search_meeting_gone AFTER DELETE ON meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_meeting_changed AFTER UPDATE OF round, held_on, place, removed_at ON meeting BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'meeting', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' ||
    search_text('第' || NEW.round || '轮协商会议 ' || NEW.held_on || ' ' || NEW.place, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;

CREATE TRIGGER search_undertaking_added AFTER INSERT ON meeting_undertaking WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('undertaking', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inaffairs ' ||
    search_text(NEW.what || ' ' || NEW.owner, NULL));
END;
CREATE TRIGGER search_undertaking_gone AFTER DELETE ON meeting_undertaking BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_undertaking_changed AFTER UPDATE OF what, owner, removed_at ON meeting_undertaking BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'undertaking', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inaffairs ' || search_text(NEW.what || ' ' || NEW.owner, NULL)
    FROM search_doc WHERE ref = NEW.id;
END;

CREATE TRIGGER search_paper_added AFTER INSERT ON paper WHEN NEW.removed_at IS NULL BEGIN
  INSERT INTO search_doc (kind, ref) VALUES ('paper', NEW.id);
  INSERT INTO search_index (rowid, body) VALUES (last_insert_rowid(), 'inpapers ' ||
    search_text(NEW.title || ' ' || paper_number(NEW.kind, NEW.year, NEW.number), NULL));
END;
CREATE TRIGGER search_paper_gone AFTER DELETE ON paper BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
END;
CREATE TRIGGER search_paper_changed AFTER UPDATE OF title, removed_at ON paper BEGIN
  DELETE FROM search_index WHERE rowid = (SELECT doc FROM search_doc WHERE ref = OLD.id);
  DELETE FROM search_doc WHERE ref = OLD.id;
  INSERT INTO search_doc (kind, ref) SELECT 'paper', NEW.id WHERE NEW.removed_at IS NULL;
  INSERT INTO search_index (rowid, body) SELECT doc, 'inpapers ' ||
    search_text(NEW.title || ' ' || paper_number(NEW.kind, NEW.year, NEW.number), NULL)
    FROM search_doc WHERE ref = NEW.id;
END;

INSERT INTO search_doc (kind, ref) SELECT 'negotiation', id FROM negotiation WHERE removed_at IS NULL;
INSERT INTO search_doc (kind, ref) SELECT 'topic', id FROM negotiation_topic WHERE removed_at IS NULL;
INSERT INTO search_doc (kind, ref) SELECT 'meeting', id FROM meeting WHERE removed_at IS NULL;
INSERT INTO search_doc (kind, ref) SELECT 'undertaking', id FROM meeting_undertaking WHERE removed_at IS NULL;
INSERT INTO search_doc (kind, ref) SELECT 'paper', id FROM paper WHERE removed_at IS NULL;
INSERT INTO search_index (rowid, body) SELECT d.doc, 'inaffairs ' || search_text(n.title, NULL)
  FROM search_doc d JOIN negotiation n ON n.id = d.ref;
INSERT INTO search_index (rowid, body) SELECT d.doc, 'inaffairs ' || search_text(t.title, NULL)
  FROM search_doc d JOIN negotiation_topic t ON t.id = d.ref;
INSERT INTO search_index (rowid, body) SELECT d.doc, 'inaffairs ' ||
  search_text('第' || m.round || '轮协商会议 ' || m.held_on || ' ' || m.place, NULL)
  FROM search_doc d JOIN meeting m ON m.id = d.ref;
INSERT INTO search_index (rowid, body) SELECT d.doc, 'inaffairs ' || search_text(u.what || ' ' || u.owner, NULL)
  FROM search_doc d JOIN meeting_undertaking u ON u.id = d.ref;
INSERT INTO search_index (rowid, body) SELECT d.doc, 'inpapers ' ||
  search_text(p.title || ' ' || paper_number(p.kind, p.year, p.number), NULL)
  FROM search_doc d JOIN paper p ON p.id = d.ref;
