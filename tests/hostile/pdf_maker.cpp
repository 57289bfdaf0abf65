#include "tests/hostile/pdf_maker.hpp"

#include <zlib.h>

namespace moot::test {

int PdfMaker::add(std::string body) {
  objects_.push_back(std::move(body));
  return static_cast<int>(objects_.size());
}

std::string PdfMaker::file(std::string_view trailer) const {
  std::string pdf = "%PDF-1.7\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    const std::string offset = std::to_string(pdf.size());
    table += std::string(10 - offset.size(), '0') + offset + " 00000 n \n";
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
  }
  const std::string start = std::to_string(pdf.size());
  const std::string count = std::to_string(objects_.size() + 1);
  pdf += "xref\n0 " + count + "\n" + table + "trailer\n<< /Size " + count + " /Root 1 0 R ";
  pdf += trailer;
  return pdf + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

std::string PdfMaker::file_with_stream(const std::vector<std::pair<int, int>>& inside) const {
  const auto row = [](unsigned kind, std::size_t where, unsigned index) {
    std::string bytes(1, static_cast<char>(kind));
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(where >> shift & 0xffU);
    return bytes + static_cast<char>(index);
  };
  std::string pdf = "%PDF-1.7\n";
  std::vector<std::string> rows{row(0, 0, 0)};
  for (std::size_t i = 0; i < objects_.size(); ++i) {
    rows.push_back(row(1, pdf.size(), 0));
    pdf += std::to_string(i + 1) + " 0 obj\n" + objects_[i] + "\nendobj\n";
  }
  for (const auto& [object, stream] : inside) {
    const auto at = static_cast<std::size_t>(object);
    if (rows.size() <= at) rows.resize(at + 1, row(0, 0, 0));
    rows[at] = row(2, static_cast<std::size_t>(stream), 0);
  }
  const std::string start = std::to_string(pdf.size());
  const std::string number = std::to_string(rows.size());
  rows.push_back(row(1, pdf.size(), 0));
  std::string table;
  for (const std::string& each : rows) table += each;
  return pdf + number + " 0 obj\n" +
         stream_object("/Type /XRef /W [1 4 1] /Root 1 0 R /Size " + std::to_string(rows.size()),
                       table) +
         "\nendobj\nstartxref\n" + start + "\n%%EOF\n";
}

std::string ref(int number) {
  return std::to_string(number) + " 0 R";
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string deflated(std::string_view bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  compress2(reinterpret_cast<Bytef*>(out.data()), &size,
            reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 9);
  out.resize(size);
  return out;
}

std::string bomb(std::string_view unit, std::size_t times) {
  // A full flush ends at a byte and forgets what was before it, so that its bytes can be repeated.
  z_stream z{};
  deflateInit(&z, 9);
  std::string block(unit.size() + 1000, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(unit.data()));
  z.avail_in = static_cast<uInt>(unit.size());
  z.next_out = reinterpret_cast<Bytef*>(block.data());
  z.avail_out = static_cast<uInt>(block.size());
  deflate(&z, Z_FULL_FLUSH);
  block.resize(block.size() - z.avail_out);
  deflateEnd(&z);
  constexpr std::size_t kHeader = 2;
  return block.substr(0, kHeader) + repeated(block.substr(kHeader), times) + "\x03" +
         std::string(5, '\0');
}

std::string stream_object(std::string_view entries, std::string_view bytes) {
  std::string body = "<< " + std::string(entries) + " /Length " + std::to_string(bytes.size());
  body += " >>\nstream\n";
  body += bytes;
  return body + "\nendstream";
}

std::string words(const std::string& before, const std::string& shown) {
  return "BT /F1 12 Tf 72 760 Td " + before + " " + shown + " ET";
}

std::string odd_pdf(const Odd& odd) {
  PdfMaker pdf;
  pdf.add("<< /Type /Catalog /Pages 2 0 R " + odd.catalogue + " >>");
  pdf.add("<< /Type /Pages /Kids [3 0 R 6 0 R] /Count 2 >>");
  pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox " + odd.media_box +
          " /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> " + odd.resources + " >> " +
          odd.page + " >>");
  pdf.add(stream_object(odd.content_entries, odd.content));
  pdf.add(odd.font);
  pdf.add(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R /Resources << /Font << "
      "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>");
  pdf.add(stream_object("", "BT /F1 12 Tf 72 760 Td (The second page is sound) Tj ET"));
  for (const std::string& object : odd.more) pdf.add(object);
  return pdf.file(odd.trailer);
}

}  // namespace moot::test
