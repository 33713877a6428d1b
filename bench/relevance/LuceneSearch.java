// Answers queries with Lucene and its Japanese analyzer; see lucene.py, which runs it from source.
//
// Usage: LuceneSearch.java DOCUMENTS QUERIES K1 LIMIT. DOCUMENTS has lines `id TAB text`, QUERIES
// lines `AND|OR TAB expression` (of the classic query parser; the operator joins its clauses).
// Prints for each query one line: the ids found, best first, parted by blanks.

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

public class LuceneSearch {
  private static final float LENGTH_NORMALIZATION = 0.75f; // Lucene's default b.

  public static void main(String[] arguments) throws IOException, ParseException {
    Analyzer analyzer = new JapaneseAnalyzer();
    BM25Similarity similarity =
        new BM25Similarity(Float.parseFloat(arguments[2]), LENGTH_NORMALIZATION);
    Directory directory = new ByteBuffersDirectory();
    index(Path.of(arguments[0]), directory, new IndexWriterConfig(analyzer).setSimilarity(similarity));
    IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(directory));
    searcher.setSimilarity(similarity);
    int limit = Integer.parseInt(arguments[3]);
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      String[] columns = line.split("\t", 2);
      System.out.println(String.join(" ", answer(columns[0], columns[1], analyzer, searcher, limit)));
    }
  }

  private static void index(Path documents, Directory directory, IndexWriterConfig config)
      throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (String line : Files.readAllLines(documents)) {
        String[] columns = line.split("\t", 2);
        Document document = new Document();
        document.add(new StringField("id", columns[0], Field.Store.YES));
        document.add(new TextField("text", columns[1], Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }

  private static List<String> answer(String operator, String expression, Analyzer analyzer,
      IndexSearcher searcher, int limit) throws IOException, ParseException {
    QueryParser parser = new QueryParser("text", analyzer);
    parser.setDefaultOperator(QueryParser.Operator.valueOf(operator));
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(parser.parse(expression), limit).scoreDocs) {
      ids.add(searcher.doc(hit.doc).get("id"));
    }
    return ids;
  }
}
