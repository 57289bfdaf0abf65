#pragma once
/// \file Reads an Atom feed with an XML parser, and says what RFC 4287 has against it.

#include <libxml/parser.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace moot::test {

/// Texts of the children of a feed or an entry, by element; of a link its address, of a category
/// its term.
using FeedPart = std::multimap<std::string, std::string>;

struct Feed {
  FeedPart head;
  std::vector<FeedPart> entries;
  std::vector<std::string> faults;  ///< none: it is sound
};

/// "2026-03-01T09:30:00Z", as RFC 3339 has it.
inline bool is_rfc3339(const std::string& text) {
  const std::string shape = "dddd-dd-ddTdd:dd:ddZ";
  return text.size() == shape.size() &&
         std::equal(text.begin(), text.end(), shape.begin(), [](char c, char s) {
           return s == 'd' ? std::isdigit(static_cast<unsigned char>(c)) != 0 : c == s;
         });
}

inline std::string attribute(xmlNode* node, const char* name) {
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  const std::string text = value != nullptr ? reinterpret_cast<const char*>(value) : "";
  xmlFree(value);
  return text;
}

inline FeedPart part_of(xmlNode* parent, std::vector<xmlNode*>* entries) {
  FeedPart part;
  for (xmlNode* node = parent->children; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    const std::string name = reinterpret_cast<const char*>(node->name);
    if (name == "entry" && entries != nullptr) {
      entries->push_back(node);
    } else if (name == "link" || name == "category") {
      part.emplace(name, attribute(node, name == "link" ? "href" : "term"));
    } else {
      xmlChar* content = xmlNodeGetContent(node);
      part.emplace(name, reinterpret_cast<const char*>(content));
      xmlFree(content);
    }
  }
  return part;
}

/// What each feed and each entry must have: one id, title and updated.
inline void check_part(const FeedPart& part, const std::string& what, Feed& feed) {
  for (const char* name : {"id", "title", "updated"}) {
    if (part.count(name) != 1 || part.find(name)->second.empty()) {
      feed.faults.push_back(what + " has not one " + name);
      return;
    }
  }
  if (!is_rfc3339(part.find("updated")->second)) feed.faults.push_back(what + ": no time");
  const std::string& id = part.find("id")->second;
  const bool uuid = id.starts_with("urn:uuid:") && id.size() == 45 && id[23] == '8' &&
                    std::string("89ab").find(id[28]) != std::string::npos;
  if (!uuid) feed.faults.push_back(what + ": the id is no UUID of version 8: " + id);
}

inline Feed read_feed(const std::string& xml) {
  Feed feed;
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> doc(
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "feed", nullptr,
                    XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET),
      xmlFreeDoc);
  xmlNode* root = doc ? xmlDocGetRootElement(doc.get()) : nullptr;
  if (root == nullptr) {
    feed.faults.push_back("it is not well-formed XML");
    return feed;
  }
  const bool atom =
      std::string(reinterpret_cast<const char*>(root->name)) == "feed" && root->ns != nullptr &&
      std::string(reinterpret_cast<const char*>(root->ns->href)) == "http://www.w3.org/2005/Atom";
  if (!atom) feed.faults.push_back("it is no Atom feed");
  std::vector<xmlNode*> entries;
  feed.head = part_of(root, &entries);
  check_part(feed.head, "the feed", feed);
  if (feed.head.count("author") != 1) feed.faults.push_back("the feed has no author");
  std::set<std::string> ids;
  for (xmlNode* node : entries) {
    FeedPart entry = part_of(node, nullptr);
    check_part(entry, "an entry", feed);
    if (entry.count("link") + entry.count("content") == 0) {
      feed.faults.push_back("an entry has neither a link nor content");
    }
    const auto id = entry.find("id");
    if (id != entry.end() && !ids.insert(id->second).second) {
      feed.faults.push_back("two entries have one id");
    }
    feed.entries.push_back(std::move(entry));
  }
  return feed;
}

/// The first child of this name; "" where there is none.
inline std::string child(const FeedPart& part, const std::string& name) {
  const auto found = part.find(name);
  return found == part.end() ? std::string() : found->second;
}

}  // namespace moot::test
